package org.rollcall.tests.central.day;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.command.Access;
import org.rollcall.xmpp.command.Role;

/** The park of one day: a server, central, rooms of machines, one room's network, and the truth about all of it. */
final class Day implements AutoCloseable {
    private static final int AT_ONCE = 8;

    private final DayServer server;
    private final FaultProxy network;
    private final CentralSetup setup;
    private final List<DayMachine> machines = new ArrayList<>();
    private final List<String> rooms = new ArrayList<>();
    private final Set<String> cut = new TreeSet<>();
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
    private CentralService central;

    /** With accounts for these users. */
    @FunctionalInterface
    interface Opening {
        DayServer open(Collection<String> users) throws IOException;
    }

    /** All off; the first room has a network of its own. */
    Day(Opening opening, int machineCount, int roomCount) throws IOException {
        for (int i = 0; i < roomCount; i++) {
            rooms.add("A" + (201 + i));
        }
        Map<String, String> places = new LinkedHashMap<>();
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < machineCount; i++) {
            String room = rooms.get(i % roomCount);
            String name = room + "B" + (1 + i / roomCount);
            places.put(name, room);
            csv.append(name).append(',').append(room).append('\n');
        }
        server = opening.open(places.keySet().stream().map(Day::user).toList());
        network = new FaultProxy(server.port());
        Path data = TemporaryFolders.create("day");
        RecentLog log = AgentLog.start(Project.log("programs", "day"));
        places.forEach((name, room) -> {
            Wire wire = server.wire(user(name));
            int port = room.equals(rooms.get(0)) ? network.port() : wire.port();
            machines.add(new DayMachine(name, room, agent(name, port, data), wire, log));
        });
        setup = server.central().rooms(csv.toString());
        startCentral();
    }

    private static String user(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static BareJid jid(String user) {
        return JidCreate.bareFromOrThrowUnchecked(user + "@" + XmppServer.DOMAIN);
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
        String user = user(name);
        BareJid windows = jid(XmppServer.CENTRAL);
        return new AgentSettings(
                server.settings(user, port),
                windows,
                new Access(Map.of(windows, Role.VIEWER), Map.of(), null, windows),
                data.resolve(user),
                Duration.ofHours(1),
                Duration.ofSeconds(5),
                Map.of(),
                List.of());
    }
}
