package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Stored;

class StoreTest {
    @TempDir
    Path folder;

    @Test
    void aSessionGoesInAsEventsAndComesOutAsARow() throws Exception {
        BareJid jid = JidCreate.bareFrom("a201b7@iut.rdz");
        Instant nine = Instant.parse("2026-11-22T09:00:00Z");
        try (Stores stores =
                Stores.open(StoreSettings.sqlite(folder.resolve("s.db")), Surroundings.NONE, Clock.systemUTC())) {
            stores.machines().approve(jid, "A201B7");
            Map<String, String> who =
                    new LinkedHashMap<>(Map.of("uid", "u1", "user", "kevin.marchais", "fullname", "Kévin"));
            Stored stored = stores.events()
                    .commit(
                            jid,
                            Events.of(
                                    "j1",
                                    List.of(
                                            new Event(1, "start", nine, Map.of()),
                                            new Event(2, "logon", nine, who),
                                            new Event(3, "logoff", nine.plusSeconds(60), who))),
                            nine.plusSeconds(61))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertEquals(3, stored.seq());
            List<SessionRow> rows =
                    stores.history().find(new HistoryQuery("A201B7", "KEVIN", null, null, null, nine, null, 10, null));
            assertEquals(1, rows.size());
            assertEquals("logoff", rows.get(0).ended());
            assertEquals(1, stores.history().lastOfEach("kev", null, 5).size());
            stores.backup(folder.resolve("copy.db"));
        }
    }
}
