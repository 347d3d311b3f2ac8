package org.rollcall.central.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.StoreException;
import org.rollcall.central.store.StoreSettings;
import org.rollcall.central.store.Surroundings;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;

public class BackupTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    protected Path folder;

    @Test
    void whatIsBackedUpWhileTheStoreIsInUseComesBack() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (Stores stores = open()) {
            logon(stores, 1, "before");
            new Backup(settings()).write(copy);
            logon(stores, 2, "after");
        }
        new Backup(settings())
                .restore(copy)
                .ifPresent(aside -> assertTrue(Files.exists(aside), "what was replaced is kept"));
        try (Stores stores = open()) {
            List<String> users = stores.history().find(HistoryQuery.latest(10)).stream()
                    .map(row -> row.user())
                    .toList();
            assertEquals(List.of("before"), users);
        }
    }

    @Test
    void aStoreInUseIsNeitherOpenedTwiceNorRestoredOver() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (Stores stores = open()) {
            logon(stores, 1, "kept");
            new Backup(settings()).write(copy);
            StoreException twice = assertThrows(StoreException.class, this::open);
            assertTrue(twice.getMessage().contains("another central"), twice.getMessage());
            assertThrows(StoreException.class, () -> new Backup(settings()).restore(copy));
            assertEquals(1, stores.history().find(HistoryQuery.latest(10)).size());
        }
    }

    @Test
    void aFileThatIsNoBackUpIsRefusedAndNothingChanges() throws Exception {
        try (Stores stores = open()) {
            logon(stores, 1, "kept");
        }
        Path noise = Files.writeString(folder.resolve("noise.db"), "this is no database at all, ".repeat(100));
        assertThrows(StoreException.class, () -> new Backup(settings()).restore(noise));
        assertThrows(StoreException.class, () -> new Backup(settings()).restore(folder.resolve("absent.db")));
        try (Stores stores = open()) {
            assertEquals(1, stores.history().find(HistoryQuery.latest(10)).size());
        }
    }

    /** {@code tests/} runs the same on PostgreSQL. */
    protected StoreSettings settings() {
        return StoreSettings.sqlite(folder.resolve("central.db"));
    }

    private Stores open() {
        return Stores.open(settings(), Surroundings.NONE, Clock.systemUTC());
    }

    private static void logon(Stores stores, long seq, String user) throws Exception {
        stores.machines().approve(JidCreate.bareFrom("a201b7@iut.rdz"), "A201B7");
        Map<String, String> who = Map.of("session", "1", "uid", user, "user", user);
        stores.events()
                .commit(
                        JidCreate.bareFrom("a201b7@iut.rdz"),
                        Events.of("k3f9", List.of(new Event(seq, "logon", NINE, who))),
                        NINE)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }
}
