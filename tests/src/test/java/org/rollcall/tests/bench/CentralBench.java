package org.rollcall.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.FreePorts;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.XmppServer;

/**
 * The real central in a process of its own, before a park in another, on the loopback server: what somebody with an open
 * page waits for, and what central needs.
 */
final class CentralBench {
    private static final String PASSWORD = "pw";
    private static final String PREFIX = "a300b";
    private static final int IN_A_ROOM = 30;
    private static final int VIEWS = 50;
    private static final int IDLE_SECONDS = 30;
    /** So that the agent's two seconds between presences are over. */
    private static final int PAUSE_MILLIS = 4000;

    private final Report report;
    private final int count;
    private final String where;

    CentralBench(Report report, int count) {
        this.report = report;
        this.count = count;
        where = "central, " + count;
    }

    void measure() throws Exception {
        LoopbackServer.Builder builder = LoopbackServer.builder()
                .domain(XmppServer.DOMAIN)
                .account(XmppServer.CENTRAL, PASSWORD)
                .account("admin", PASSWORD)
                .everybodySharedWith(XmppServer.CENTRAL);
        StringBuilder rooms = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            builder.account(PREFIX + i, PASSWORD);
            rooms.append(PREFIX)
                    .append(i)
                    .append(",R")
                    .append(1 + i / IN_A_ROOM)
                    .append('\n');
        }
        try (LoopbackServer server = builder.start()) {
            int port = FreePorts.next();
            CentralSetup setup = CentralSetup.on(server, PASSWORD)
                    .listen(port)
                    .rooms(rooms.toString())
                    .with("[access]\nadmins = [\"admin@" + XmppServer.DOMAIN + "\"]");
            try (AgentProcess central = central(setup);
                    AgentProcess park = park(server);
                    BoardPage page = new BoardPage(port)) {
                open(page);
                measure(central, park, page);
            }
        }
    }

    private void measure(AgentProcess central, AgentProcess park, BoardPage page) throws Exception {
        long begin = System.nanoTime();
        park.say("start");
        BenchCentral.await("all machines on the board", () -> page.on() == count);
        report.add("all machines on the board, from off", where, seconds(System.nanoTime() - begin), "");
        // Sheets are asked for, and what was loaded at the start is let go.
        Thread.sleep(IDLE_SECONDS * 1000);
        idle(central);
        report.add(
                "logon to the open page, 5 a second, p50 / p99",
                where,
                logons(park, page, Math.min(count, 200), 40),
                "100 ms");
        turn(park, Math.min(count, 200));
        long cpu = central.cpuMillis();
        report.add("the 8 o'clock storm: 350 logons in 10 s, p50 / p99", where, logons(park, page, 350, 10), "100 ms");
        report.add("central's CPU for that storm", where, central.cpuMillis() - cpu + " ms", "");
        views(page);
        ask(page, central);
        ask(page, central);
        report.add("central's resident memory after all that", where, megabytes(central), "");
    }

    private void idle(AgentProcess central) throws InterruptedException {
        long cpu = central.cpuMillis();
        Thread.sleep(IDLE_SECONDS * 1000);
        double share = (central.cpuMillis() - cpu) / (IDLE_SECONDS * 10.0);
        report.add("central's CPU when nothing happens", where, String.format(Locale.ROOT, "%.1f %%", share), "");
        report.add("central's resident memory", where, megabytes(central), "");
        report.add("central's threads", where, Long.toString(central.status("Threads")), "");
    }

    /** Each on another machine, evenly spread. */
    private static String logons(AgentProcess park, BoardPage page, int logons, int seconds) {
        Sample sample = new Sample();
        AtomicInteger heard = new AtomicInteger();
        page.onLogon(delay -> {
            synchronized (sample) {
                sample.add(delay);
            }
            heard.incrementAndGet();
        });
        park.say("turn " + logons + " " + seconds);
        park.awaitWord("changed");
        BenchCentral.await("the last logon", () -> heard.get() == logons);
        page.onLogon(delay -> {});
        synchronized (sample) {
            return sample.medianAnd99th() + " (" + sample.size() + ")";
        }
    }

    /** Logs everybody off again. */
    private static void turn(AgentProcess park, int logoffs) throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        park.say("turn " + logoffs + " 10");
        park.awaitWord("changed");
        Thread.sleep(PAUSE_MILLIS);
    }

    private void views(BoardPage page) throws IOException, InterruptedException {
        Sample sample = new Sample();
        for (int i = 0; i < VIEWS; i++) {
            sample.add(page.view());
        }
        report.add("the whole board over HTTP, p50 / p99", where, sample.medianAnd99th(), "");
    }

    private void ask(BoardPage page, AgentProcess central) throws IOException, InterruptedException {
        long cpu = central.cpuMillis();
        long begin = System.nanoTime();
        int whole = page.askAll(PREFIX, count);
        String took = seconds(System.nanoTime() - begin) + (whole == count ? "" : ", only " + whole + " answered");
        report.add("ask all: 100 processes each, on the page", where, took, count <= 350 ? "1 s" : "");
        report.add("central's CPU for asking all", where, central.cpuMillis() - cpu + " ms", "");
    }

    private static void open(BoardPage page) {
        BenchCentral.await("the web board", () -> {
            try {
                page.open("admin", PASSWORD);
                return true;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** With the options that are shipped, and a log of its own. */
    private static AgentProcess central(CentralSetup setup) {
        return AgentProcess.startWith(
                "central.jvmoptions",
                List.of(),
                System.getProperty("java.class.path"),
                List.of(
                        "org.rollcall.cli.Main",
                        "central",
                        "--config",
                        setup.write().toString()));
    }

    private AgentProcess park(LoopbackServer server) throws IOException {
        Path folder = Project.kept("bench").resolve("park-" + System.nanoTime());
        Path ca = Files.createDirectories(folder).resolve("ca.pem");
        Files.writeString(ca, server.certificatePem());
        AgentProcess park = AgentProcess.start(
                Path.of(System.getProperty("java.home")),
                List.of("-Xmx3g", "-XX:TieredStopAtLevel=4", "-XX:ReservedCodeCacheSize=64m"),
                AgentProcess.classPath(),
                List.of(
                        BenchPark.class.getName(),
                        Integer.toString(server.port()),
                        ca.toString(),
                        folder.toString(),
                        PREFIX,
                        Integer.toString(count)));
        park.awaitWord("ready");
        return park;
    }

    private static String megabytes(AgentProcess process) {
        return process.status("VmRSS") / 1024 + " MB";
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
