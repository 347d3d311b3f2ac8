package org.rollcall.tests.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.MachineLog;
import org.rollcall.central.store.SessionRow;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.Surroundings;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.tests.fixture.PostgresServer;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Stored;

/** Ten thousand events, and the process that stores them killed twenty times: all are there, once each. */
class KilledStoreIT {
    private static final int MACHINES = 10;
    private static final int EVENTS_EACH = 1000;
    private static final int KILLS = 20;
    private static final int IN_FLIGHT = 50;
    private static final Duration HELD = Duration.ofSeconds(5);

    private final long seed = Long.getLong("rollcall.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Path folder = TemporaryFolders.create("store");

    @Test
    void sqliteKeepsAllThatWasAnsweredAndTheRestComesAgainOnce() throws Exception {
        killTwentyTimes(StoringProcess.sqlite(folder));
    }

    @Test
    void postgresqlKeepsAllThatWasAnsweredAndTheRestComesAgainOnce() throws Exception {
        try (PostgresServer server = new PostgresServer().start()) {
            killTwentyTimes(postgresql(server));
        }
    }

    @Test
    void nothingIsAnsweredBeforeSqliteHasCommitted() throws Exception {
        StoreSettings settings = StoringProcess.sqlite(folder);
        answersOnlyAfterTheCommit(settings, "BEGIN IMMEDIATE", "ROLLBACK");
    }

    @Test
    void nothingIsAnsweredBeforePostgresqlHasCommitted() throws Exception {
        try (PostgresServer server = new PostgresServer().start()) {
            answersOnlyAfterTheCommit(postgresql(server), "BEGIN; LOCK TABLE event IN EXCLUSIVE MODE", "ROLLBACK");
        }
    }

    private static StoreSettings postgresql(PostgresServer server) {
        return new StoreSettings(server.store(), PostgresServer.USER, PostgresServer.PASSWORD::toCharArray);
    }

    private void killTwentyTimes(StoreSettings settings) throws Exception {
        System.out.println("KilledStoreIT on " + settings + ", seed " + seed);
        try (Stores stores = open(settings)) {
            for (int machine = 0; machine < MACHINES; machine++) {
                stores.machines().approve(StoringProcess.machine(name(machine)), name(machine));
            }
        }
        List<Integer> kills = new ArrayList<>();
        for (int i = 1; i <= KILLS; i++) {
            kills.add(i * (MACHINES * EVENTS_EACH / (KILLS + 1)) + random.nextInt(200));
        }
        PlayedMachines machines = new PlayedMachines(MACHINES, EVENTS_EACH, IN_FLIGHT);
        for (int kill : kills) {
            try (Storing storing = new Storing(settings)) {
                machines.sendUntil(kill, storing);
                // At any moment of the commits that are under way.
                LockSupport.parkNanos(random.nextInt(10_000_000));
                storing.kill();
                machines.takeAnswers(storing);
            }
        }
        try (Storing storing = new Storing(settings)) {
            machines.sendUntil(MACHINES * EVENTS_EACH, storing);
        }
        check(settings);
        assertTrue(machines.repeated() > 0, "no kill met an event under way");
        System.out.println(machines.repeated() + " events were sent again");
    }

    private static void check(StoreSettings settings) {
        try (Stores stores = open(settings)) {
            for (int machine = 0; machine < MACHINES; machine++) {
                var jid = StoringProcess.machine(name(machine));
                List<MachineLog.Entry> events = stores.log().events(jid, null, null, 10_000);
                Set<Long> seqs = new HashSet<>();
                events.forEach(event -> assertTrue(seqs.add(event.seq()), () -> "twice: " + event));
                assertEquals(EVENTS_EACH, seqs.size());
                assertEquals(List.of(), stores.log().gaps(jid));
            }
            List<SessionRow> sessions = stores.history().find(HistoryQuery.latest(10_000));
            assertEquals(MACHINES * EVENTS_EACH / 2, sessions.size());
            assertEquals(
                    Set.of("10 logoff"),
                    Set.copyOf(sessions.stream()
                            .map(row ->
                                    Duration.between(row.logon(), row.logoff()).toSeconds() + " " + row.ended())
                            .toList()));
        }
    }

    /** Another connection keeps the writer from committing, as a slow disk would. */
    private void answersOnlyAfterTheCommit(StoreSettings settings, String hold, String release) throws Exception {
        try (Stores stores = open(settings)) {
            var jid = StoringProcess.machine(name(0));
            stores.machines().approve(jid, name(0));
            String password = settings.password() == null
                    ? null
                    : new String(settings.password().get());
            try (Connection holder = DriverManager.getConnection(settings.url(), settings.user(), password);
                    Statement statement = holder.createStatement()) {
                statement.execute(hold);
                Event event = new Event(1, Event.Kinds.CLOCK, Instant.now(), java.util.Map.of("stepped", "60"));
                CompletableFuture<Stored> answer = stores.events()
                        .commit(jid, Events.of("j1", List.of(event)), Instant.now())
                        .toCompletableFuture();
                assertThrows(
                        TimeoutException.class,
                        () -> answer.get(HELD.toSeconds(), TimeUnit.SECONDS),
                        "answered before the commit");
                statement.execute(release);
                assertEquals(1, answer.get(20, TimeUnit.SECONDS).seq());
            }
            assertEquals(1, stores.log().events(jid, null, null, 10).size());
        }
    }

    private static Stores open(StoreSettings settings) {
        return Stores.open(settings, Surroundings.NONE, Clock.systemUTC());
    }

    private static String name(int machine) {
        return "a201b" + machine;
    }
}
