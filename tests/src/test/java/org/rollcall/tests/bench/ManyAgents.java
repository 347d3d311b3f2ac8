package org.rollcall.tests.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.Ask;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;

/** A park: agents on made-up PCs in one other JVM, on one server. */
final class ManyAgents {
    private static final int CHANGES = 700;

    private final XmppServer server;
    private final BenchCentral central;
    private final Report report;
    private final Path javaHome;
    private final int count;
    private final String prefix;

    /** @param prefix of the accounts; machines' names in the shipped settings look like a101b */
    ManyAgents(XmppServer server, BenchCentral central, Report report, Path javaHome, int count, String prefix) {
        this.server = server;
        this.central = central;
        this.report = report;
        this.javaHome = javaHome;
        this.count = count;
        this.prefix = prefix;
        Map<String, String> accounts = new HashMap<>();
        for (int i = 1; i <= count; i++) {
            accounts.put(prefix + i, "pw");
        }
        server.createAccounts(accounts);
    }

    void measureFrontEnds() throws Exception {
        try (AgentProcess park = park(1)) {
            park.say("start");
            BenchCentral.await("the agent", () -> central.present().size() == 1);
            new FrontEnds(central.connection(), agent(1))
                    .measure(report, server.kind().toString());
        }
        BenchCentral.await("its leave", () -> central.present().isEmpty());
    }

    void measurePark() throws Exception {
        String where = server.kind() + ", " + count;
        // Subscriptions are in force from here on, as in every park on its second day.
        try (AgentProcess park = park(count)) {
            report.add("all present, never seen before", where, start(park), "");
        }
        BenchCentral.await("everybody's leave", () -> central.present().isEmpty());
        try (AgentProcess park = park(count)) {
            report.add("all present", where, start(park), "");
            askAll();
            report.add("all asked for 100 rows by ask", where, askAll(), "1 s");
            report.add("events, from logon to central, p50 / p99", where, events(park), "50 ms at p99");
            server.stop();
            BenchCentral.await("the server's end", () -> !central.connection().isConnected());
            central.forget();
            long begin = System.nanoTime();
            server.start();
            awaitAll();
            report.add("all back after a server restart", where, last(begin), "10 s");
        }
    }

    private AgentProcess park(int agents) {
        Path data = Project.kept("bench").resolve("park-" + System.nanoTime());
        AgentProcess park = AgentProcess.start(
                javaHome,
                List.of("-Xmx1500m", "-XX:TieredStopAtLevel=4", "-XX:ReservedCodeCacheSize=64m"),
                AgentProcess.classPath(),
                List.of(
                        BenchPark.class.getName(),
                        Integer.toString(server.port()),
                        server.ca().caFile().toString(),
                        data.toString(),
                        prefix,
                        Integer.toString(agents)));
        park.awaitWord("ready");
        return park;
    }

    private String start(AgentProcess park) {
        central.forget();
        long begin = System.nanoTime();
        park.say("start");
        awaitAll();
        return last(begin);
    }

    private void awaitAll() {
        BenchCentral.await("all machines", () -> central.present().size() == count);
    }

    private String last(long begin) {
        return seconds(Collections.max(central.present().values()) - begin);
    }

    private String askAll() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(count);
        AtomicInteger complete = new AtomicInteger();
        long begin = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            Ask ask = new Ask("processes", "en", null, null, Map.of("limit", "100"));
            central.connection()
                    .sendIqRequestAsync(
                            NodeIq.get(agent(i), ask.toXml()),
                            Duration.ofSeconds(30).toMillis())
                    .onSuccess(result -> {
                        if (rows((NodeIq) result) == 100) {
                            complete.incrementAndGet();
                        }
                        done.countDown();
                    })
                    .onError(e -> done.countDown());
        }
        done.await(60, TimeUnit.SECONDS);
        String took = seconds(System.nanoTime() - begin);
        return complete.get() == count ? took : took + ", only " + complete + " answered";
    }

    private static int rows(NodeIq result) {
        try {
            return Answer.from(result.node()).table().rows().size();
        } catch (MalformedException e) {
            return 0;
        }
    }

    private String events(AgentProcess park) {
        Sample sample = new Sample();
        AtomicInteger heard = new AtomicInteger();
        central.onEvent(delay -> {
            synchronized (sample) {
                sample.add(delay);
            }
            heard.incrementAndGet();
        });
        park.say("change " + CHANGES);
        park.awaitWord("changed");
        int[] before = {-1};
        // Logons and logoffs alternate on each machine, so how many logons come is known only when no more do.
        BenchCentral.await("the last event", () -> {
            boolean quiet = heard.get() == before[0];
            before[0] = heard.get();
            sleepASecond();
            return quiet;
        });
        synchronized (sample) {
            return sample.medianAnd99th() + " (" + sample.size() + ")";
        }
    }

    private static void sleepASecond() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private EntityFullJid agent(int number) {
        return JidCreate.entityFullFromOrThrowUnchecked(prefix + number + "@" + server.domain() + "/agent");
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
