package org.rollcall.tests.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.tests.durability.DiskJournal.Line;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.stanza.Event;

/**
 * Two thousand session changes on one machine, and every accident on the way. The seed is printed; {@code
 * -Drollcall.seed=N} plays the same again, as far as processes can.
 */
@OnEachServer
class NothingLostIT {
    private static final int CHANGES = 2000;
    private static final int KILLS = 10;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration HELD = Duration.ofSeconds(5);

    private final XmppServer server;
    private final long seed = Long.getLong("rollcall.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final EventStore store = new EventStore();
    private final Set<Line> onDisk = new HashSet<>();
    private final Set<String> journalsSeen = new HashSet<>();
    private final PlayedMachine machine = new PlayedMachine(TemporaryFolders.create("machine"), random);
    private final FaultProxy agentsWire;
    private final FaultProxy centralsWire;
    private final AgentSetup setup;
    private final AgentSetup copySetup;
    private final BareJid jid;
    private final BareJid copyJid;
    private JavaProcess agent;
    private CentralStandIn central;
    private CentralStandIn person;

    NothingLostIT(ServerKind kind) throws Exception {
        server = kind.start();
        server.createAccount(XmppServer.CENTRAL, "central-secret");
        agentsWire = new FaultProxy(server.port());
        centralsWire = new FaultProxy(server.port());
        setup = new AgentSetup(server, Names.machine())
                .central(XmppServer.CENTRAL)
                .port(agentsWire.port());
        copySetup = new AgentSetup(server, Names.machine()).central(XmppServer.CENTRAL);
        jid = JidCreate.bareFrom(setup.bareJid());
        copyJid = JidCreate.bareFrom(copySetup.bareJid());
    }

    @BeforeEach
    void begin() {
        System.out.println("NothingLostIT on " + server.kind() + ", seed " + seed);
        central = signIn("central", 0);
        person = signIn("phone", 50);
        agent = agent(setup, machine.folder(), "hardware-1");
        agent.start();
        awaitPresence();
    }

    @AfterEach
    void end() {
        agent.close();
        person.close();
        central.close();
        agentsWire.close();
        centralsWire.close();
        server.close();
    }

    @Test
    void whatReachedTheDiskReachesCentralOnceAndInOrderWhateverHappens() throws Exception {
        Set<Integer> kills = new TreeSet<>();
        while (kills.size() < KILLS) {
            kills.add(50 + random.nextInt(CHANGES - 100));
        }
        for (int change = 1; change <= CHANGES; change++) {
            machine.change();
            if (kills.contains(change)) {
                killAgent();
                for (int unseen = random.nextInt(5); unseen > 0; unseen--) {
                    machine.change();
                }
                startAgentAgain();
            } else {
                awaitSeen();
            }
            accident(change);
        }
        awaitPresence();
        agent.stop();
        readDisk();
        String last = lastJournal();
        Await.until("the stop of " + last + " at central", SOON, () -> {
            List<Event> events = store.of(jid.toString()).getOrDefault(last, List.of());
            return !events.isEmpty() && events.get(events.size() - 1).kind().equals(Event.Kinds.STOP);
        });
        check();
    }

    private void accident(int change) throws IOException {
        switch (change) {
            case 150 -> central.close();
            case 450 -> central = signIn("central", 0);
            case 500 -> central.holdCommits(HELD);
            case 560 -> centralsWire.reset();
            case 620 -> agentsWire.reset();
            case 700 -> central.holdCommits(Duration.ZERO);
            case 900 -> {
                server.kill();
                machine.change();
                server.start();
            }
            case 1100 -> stepClock(Duration.ofHours(1));
            case 1300 -> copyToAnotherMachine();
            case 1500 -> stepClock(Duration.ofHours(-1));
            default -> {}
        }
    }

    private void killAgent() {
        // At any moment of what the last change sets going.
        LockSupport.parkNanos(random.nextInt(30_000_000));
        agent.kill();
        readDisk();
    }

    private void startAgentAgain() {
        agent.start();
        awaitPresence();
    }

    private void stepClock(Duration step) {
        Set<Line> before = DiskJournal.read(setup.dataFolder());
        machine.stepClock(step);
        Await.until(
                "a step of " + step + " in the journal",
                SOON,
                () -> DiskJournal.read(setup.dataFolder()).stream()
                        .anyMatch(line -> line.kind().equals(Event.Kinds.CLOCK) && !before.contains(line)));
    }

    private void copyToAnotherMachine() throws IOException {
        killAgent();
        Path copy = copySetup.dataFolder();
        try (Stream<Path> files = Files.walk(setup.dataFolder())) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, copy.resolve(setup.dataFolder().relativize(file).toString()));
            }
        }
        startAgentAgain();
        PlayedMachine other = new PlayedMachine(TemporaryFolders.create("machine"), random);
        JavaProcess copied = agent(copySetup, other.folder(), "hardware-2").start();
        try {
            Await.until(
                    "the copy's presence", SOON, () -> person.present(copyJid).isPresent());
            Await.until(
                    "the copy's own start",
                    SOON,
                    () -> !store.of(copyJid.toString()).isEmpty());
        } finally {
            copied.close();
        }
        Map<String, List<Event>> told = store.of(copyJid.toString());
        assertEquals(1, told.size(), "the copy tells of its own journal alone");
        assertFalse(
                told.values().iterator().next().get(0).attributes().containsKey("previous"),
                "the copy's journal follows none");
        try (Stream<Path> entries = Files.list(copy)) {
            Path aside = entries.filter(entry -> entry.getFileName().toString().startsWith("set-aside-"))
                    .findFirst()
                    .orElseThrow();
            assertFalse(DiskJournal.files(aside).isEmpty(), "the copied journal is set aside");
        }
    }

    private void check() {
        assertEquals(List.of(), store.faults());
        Map<String, List<Event>> journals = store.of(jid.toString());
        for (Line line : onDisk) {
            List<Event> events = journals.getOrDefault(line.journal(), List.of());
            assertTrue(events.size() >= line.seq(), () -> "lost: " + line);
            Event event = events.get((int) line.seq() - 1);
            assertEquals(
                    line,
                    new Line(
                            line.journal(),
                            event.seq(),
                            event.kind(),
                            event.at().toString()));
        }
        assertEquals(KILLS + 2, journals.size(), "each start makes a journal");
        assertEachJournalNamesTheOneBefore(journals);
        List<Event> history = new ArrayList<>();
        journals.values().forEach(history::addAll);
        History replayed = new History(history);
        assertEquals(machine.told(), replayed.told());
        assertTrue(replayed.changes() > CHANGES / 2, "only " + replayed.changes() + " changes were told");
        assertTrue(replayed.longest().compareTo(Duration.ofMinutes(30)) < 0, "an hour came out of the clock");
        assertTrue(person.strayEvents() == 0, "events went to a client that is not central");
        System.out.printf(
                "NothingLostIT on %s: %d changes told in %d journals, %d events came twice and were stored once%n",
                server.kind(), replayed.changes(), journals.size(), store.repeated());
    }

    private static void assertEachJournalNamesTheOneBefore(Map<String, List<Event>> journals) {
        String before = null;
        int count = 0;
        for (Map.Entry<String, List<Event>> journal : journals.entrySet()) {
            Event start = journal.getValue().get(0);
            assertEquals(Event.Kinds.START, start.kind());
            assertEquals(before, start.attributes().get("previous"));
            if (before != null) {
                assertEquals(Integer.toString(count), start.attributes().get("previous-seq"));
            }
            before = journal.getKey();
            count = journal.getValue().size();
        }
    }

    private void awaitSeen() {
        Await.until("the agent's reading", SOON, machine::isSeen);
    }

    /** A new journal's presence, which shows what the machine shows. */
    private void awaitPresence() {
        String shown = machine.told();
        Await.until(
                "a presence that shows " + shown,
                SOON,
                () -> person.present(jid)
                        .filter(state -> !journalsSeen.contains(state.journal()))
                        .map(CentralStandIn::told)
                        .filter(shown::equals)
                        .isPresent());
    }

    /** Of a dead agent, whose journals no later presence may name. */
    private void readDisk() {
        assertFalse(agent.isAlive());
        for (Line line : DiskJournal.read(setup.dataFolder())) {
            onDisk.add(line);
            journalsSeen.add(line.journal());
        }
    }

    private String lastJournal() {
        return DiskJournal.read(setup.dataFolder()).stream()
                .filter(line -> line.kind().equals(Event.Kinds.STOP))
                .map(Line::journal)
                .findFirst()
                .orElseThrow();
    }

    private CentralStandIn signIn(String resource, int priority) {
        CentralStandIn client = new CentralStandIn(
                server, centralsWire.port(), "central-secret", resource, priority, store, Set.of(jid, copyJid));
        Await.until(resource + " signed in", SOON, client::isUp);
        return client;
    }

    private static JavaProcess agent(AgentSetup setup, Path machine, String hardware) {
        return new JavaProcess(
                "durability-" + setup.bareJid().replace('@', '-') + "-" + System.nanoTime(),
                List.of(),
                PlayedAgent.class.getName(),
                List.of(setup.write().toString(), machine.toString(), hardware));
    }
}
