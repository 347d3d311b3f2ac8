package org.rollcall.central.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.fake.FakeEventStore;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.States;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.Surroundings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.Stored;

/** The board equals the truth, at every quiet moment of a random day; the seed is in the test's name. */
class RandomDayTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theBoardEqualsTheTruthAtEveryQuietMoment(long seed) {
        List<String> accounts = accounts(4, 15);
        FakeEventStore store = new FakeEventStore();
        Random random = new Random(seed);
        Day day = new Day(accounts, FakeMachines.of(accounts.toArray(String[]::new)), store, random);
        live(day, Duration.ofHours(4), random, "seed " + seed);
        allAreOn(day);
        Set<String> written = new TreeSet<>();
        day.pcs.forEach(pc -> written.addAll(pc.written));
        written.removeAll(new HashSet<>(store.committed()));
        assertEquals(Set.of(), written, "events that were never stored");
    }

    @ParameterizedTest
    @ValueSource(longs = 11)
    void historyEqualsTheTruthAtTheEndOfTheDay(long seed) throws Exception {
        List<String> accounts = accounts(2, 6);
        Random random = new Random(seed);
        Agenda agenda = new Agenda();
        try (Stores stores =
                Stores.open(StoreSettings.sqlite(folder.resolve("store.db")), Surroundings.NONE, agenda.time)) {
            accounts.forEach(account -> stores.machines().approve(States.jid(account), account));
            Day day = new Day(agenda, accounts, stores.machines(), new WaitedFor(stores.events()), random);
            live(day, Duration.ofHours(1), random, "seed " + seed);
            allAreOn(day);
            for (DayPc pc : day.pcs) {
                awaitHistory(stores.history(), pc);
            }
        }
    }

    private static void live(Day day, Duration howLong, Random random, String seed) {
        Instant evening = day.agenda.time.instant().plus(howLong);
        int quiet = 0;
        while (day.agenda.time.instant().isBefore(evening)) {
            for (int i = 0; i < 60; i++) {
                day.happen();
                day.pass(Duration.ofMillis(random.nextInt(20_000)));
            }
            day.settle();
            compare(day, seed + ", quiet moment " + ++quiet + ": ");
        }
    }

    /** Presence and history are brought together on the store's own thread, a moment after all is quiet. */
    private static void awaitHistory(History history, DayPc pc) throws Exception {
        List<String> truth = pc.ever.stream()
                .map(session -> row(session.user, session.logon, session.logoff))
                .sorted()
                .toList();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        List<String> kept = kept(history, pc);
        while (!kept.equals(truth) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            kept = kept(history, pc);
        }
        assertEquals(truth, kept, pc.name);
    }

    private static List<String> kept(History history, DayPc pc) {
        HistoryQuery query = new HistoryQuery(pc.name, null, null, null, null, null, null, 10_000, null);
        return history.find(query).stream()
                .map(session -> row(session.user(), session.logon(), session.logoff()))
                .sorted()
                .toList();
    }

    /** In whole seconds: what ended unseen ended when central last heard of it, if that was later. */
    private static String row(String user, Instant logon, Instant logoff) {
        return user + " " + logon.getEpochSecond() + " " + (logoff == null ? "open" : logoff.getEpochSecond());
    }

    /** Answers at once, when it has committed: the day has one thread. */
    private record WaitedFor(EventStore store) implements EventStore {
        @Override
        public CompletionStage<Stored> commit(BareJid machine, Events events, Instant received) {
            Stored stored = store.commit(machine, events, received)
                    .toCompletableFuture()
                    .join();
            return CompletableFuture.completedFuture(stored);
        }

        @Override
        public void reconcile(BareJid machine, MachineState presence, Instant received) {
            store.reconcile(machine, presence, received);
        }
    }

    private static void compare(Day day, String where) {
        assertTrue(day.central().isUp(), where + "central is signed in");
        for (DayPc pc : day.pcs) {
            MachineNow shown = day.central().board.machine(pc.jid).orElseThrow();
            String what = where + pc.name + " at " + day.agenda.time.instant();
            Condition expected = day.expected(pc);
            if (expected != null) {
                assertEquals(expected, shown.condition(), what);
            } else {
                assertTrue(
                        Set.of(Condition.OFF, Condition.LOST, Condition.UNKNOWN).contains(shown.condition()),
                        what + " is " + shown.condition());
            }
            assertFalse(shown.unconfirmed(), what + " is confirmed");
            if (shown.condition().isOn()) {
                assertEquals(users(pc), users(shown), what);
                assertEquals(0, pc.unanswered(), what + " has unanswered events");
            }
        }
    }

    private static void allAreOn(Day day) {
        for (DayPc pc : day.pcs) {
            if (pc.power == DayPc.Power.OFF) {
                pc.powerOn();
            } else if (pc.power == DayPc.Power.ASLEEP) {
                pc.resume();
            }
            pc.networkBack();
        }
        day.settle();
        compare(day, "at the end: ");
    }

    private static Set<String> users(DayPc pc) {
        return pc.open().stream()
                .map(session -> session.uid + " " + session.user + " " + (session.disconnected ? "left" : "here"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> users(MachineNow shown) {
        return shown.sessions().stream().map(RandomDayTest::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(SessionNow session) {
        return session.uid() + " " + session.user() + " " + (session.state().equals("disconnected") ? "left" : "here");
    }

    private static List<String> accounts(int rooms, int machines) {
        List<String> accounts = new ArrayList<>();
        for (int room = 1; room <= rooms; room++) {
            for (int machine = 1; machine <= machines; machine++) {
                accounts.add("a20" + room + "b" + machine);
            }
        }
        return accounts;
    }
}
