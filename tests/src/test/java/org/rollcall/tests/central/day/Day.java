package org.rollcall.tests.central.day;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.central.service.CentralService;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.XmppSettings;

/** The park of one day: a server, central, rooms of machines, one room's network, and the truth about all of it. */
final class Day implements AutoCloseable {
    private static final String DOMAIN = "day.test";
    private static final String PASSWORD = "pw";
    private static final int AT_ONCE = 8;

    private final LoopbackServer server;
    private final FaultProxy network;
    private final CentralSetup setup;
    private final List<DayMachine> machines = new ArrayList<>();
    private final List<String> rooms = new ArrayList<>();
    private final Set<String> cut = new TreeSet<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
    private CentralService central;

    /** All off; the first room has a network of its own. */
    Day(int machineCount, int roomCount) throws IOException {
        LoopbackServer.Builder builder = LoopbackServer.builder()
                .domain(DOMAIN)
                .account(XmppServer.CENTRAL, PASSWORD)
                .everybodySharedWith(XmppServer.CENTRAL);
        for (int i = 0; i < roomCount; i++) {
            rooms.add("A" + (201 + i));
        }
        List<String> names = new ArrayList<>();
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < machineCount; i++) {
            String name = rooms.get(i % roomCount) + "B" + (1 + i / roomCount);
            names.add(name);
            csv.append(name).append(',').append(rooms.get(i % roomCount)).append('\n');
            builder.account(name.toLowerCase(Locale.ROOT), PASSWORD);
        }
        server = builder.start();
        network = new FaultProxy(server.port());
        Path data = TemporaryFolders.create("day");
        RecentLog log = AgentLog.start(Project.log("programs", "day"));
        for (int i = 0; i < machineCount; i++) {
            String room = rooms.get(i % roomCount);
            int port = i % roomCount == 0 ? network.port() : server.port();
            machines.add(new DayMachine(names.get(i), room, agent(names.get(i), port, data), server, log));
        }
        setup = CentralSetup.on(server, PASSWORD).rooms(csv.toString());
        startCentral();
    }

    static BareJid jid(String user) {
        return JidCreate.bareFromOrThrowUnchecked(user + "@" + DOMAIN);
    }

    List<DayMachine> machines() {
        return machines;
    }

    CentralService central() {
        return central;
    }

    void startCentral() throws IOException {
        central = setup.start();
    }

    void stopCentral() {
        central.close();
    }

    void stopServer() throws IOException {
        server.goDown();
    }

    void startServer() throws IOException {
        server.comeUp();
    }

    /** The first room's. */
    void cutNetwork() {
        network.blackhole();
        cut.add(rooms.get(0));
    }

    void mendNetwork() {
        network.forward();
        cut.clear();
    }

    interface Deed {
        void on(DayMachine machine) throws Exception;
    }

    /** Several at a time; returns when all is done. */
    void each(List<DayMachine> these, Deed deed) {
        List<Future<?>> done = new ArrayList<>();
        for (DayMachine machine : these) {
            done.add(hands.submit(() -> {
                deed.on(machine);
                return null;
            }));
        }
        for (Future<?> one : done) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
    }

    /** A quiet moment: nobody does anything, and what is under way has arrived within this time. */
    void isTrue(String moment, Duration within) {
        List<List<String>> last = new ArrayList<>(List.of(List.of()));
        long begin = System.nanoTime();
        try {
            Await.until(moment, within, () -> {
                last.set(0, Truth.differences(central, machines, cut));
                return last.get(0).isEmpty();
            });
        } catch (AssertionError e) {
            List<String> wrong = last.get(0);
            throw new AssertionError(
                    moment + ": " + wrong.size() + " wrong: " + wrong.subList(0, Math.min(10, wrong.size())), e);
        }
        System.out.printf("%s: true after %d ms%n", moment, (System.nanoTime() - begin) / 1_000_000);
    }

    @Override
    public void close() {
        network.forward();
        each(machines, DayMachine::close);
        hands.shutdownNow();
        central.close();
        network.close();
        server.close();
    }

    private AgentSettings agent(String name, int port, Path data) {
        String user = name.toLowerCase(Locale.ROOT);
        BareJid windows = jid(XmppServer.CENTRAL);
        XmppSettings xmpp = new XmppSettings(
                DOMAIN,
                server.host(),
                port,
                user,
                PASSWORD::toCharArray,
                "agent",
                null,
                server.certificateSha256(),
                null,
                null,
                false);
        return new AgentSettings(
                xmpp,
                windows,
                new Access(Map.of(windows, Role.VIEWER), Map.of(), null, windows),
                data.resolve(user),
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                Map.of(),
                List.of());
    }
}
