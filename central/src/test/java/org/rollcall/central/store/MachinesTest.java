package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.KnownMachine.Standing;

/** Whom central believes, across restarts. */
public class MachinesTest extends StoreCase {
    private static final BareJid Z9 = JidCreate.bareFromOrThrowUnchecked("o\\27brien@iut.rdz");

    @Test
    void whoeverSpeaksUnaskedWaitsForAPerson() {
        stores.machines().heardUnknown(Z9, "O'BRIEN", NINE);
        stores.machines().heardUnknown(Z9, "O'BRIEN", NINE.plusSeconds(1));
        assertEquals(2, stores.machines().unknownHeard());
        assertFalse(stores.machines().isKnown(Z9));
        assertEquals(Standing.WAITING, standing(Z9).orElseThrow());
        drain();
        reopen();
        KnownMachine waiting = stores.machines().find(Z9).orElseThrow();
        assertEquals(Standing.WAITING, waiting.standing());
        assertEquals("O'BRIEN", waiting.name());
        assertEquals(NINE, waiting.firstSeen());
    }

    @Test
    void aPersonsWordIsOnDiskAtOnce() {
        stores.machines().heardUnknown(Z9, "O'BRIEN", NINE);
        stores.machines().approve(Z9, "O'BRIEN");
        assertTrue(stores.machines().isKnown(Z9));
        reopen();
        assertTrue(stores.machines().isKnown(Z9));
        stores.machines().refuse(Z9);
        reopen();
        assertEquals(Standing.REFUSED, standing(Z9).orElseThrow());
        stores.machines().heardUnknown(Z9, "O'BRIEN", NINE);
        assertEquals(Standing.REFUSED, standing(Z9).orElseThrow(), "a refused one does not wait again");
        stores.machines().remove(Z9);
        reopen();
        assertTrue(standing(Z9).isEmpty());
    }

    @Test
    void aRemovedMachinesHistoryStaysAndItsReturnGoesOnWithIt() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE));
        stores.machines().remove(B7);
        reopen();
        assertTrue(standing(B7).isEmpty());
        assertEquals("A201B7", only().name());
        stores.machines().approve(B7, "A201B7");
        commit(B7, "j1", of("kevin", 1, "logon", NINE), of("kevin", 2, "lock", NINE));
        assertEquals(1, all().size());
        assertEquals(2, events(B7).size());
    }

    @Test
    void whatTheBoardRemembersIsThereAfterARestart() {
        KnownMachine known = stores.machines().find(B7).orElseThrow();
        stores.machines().remember(presence(known, "on", NINE));
        stores.machines().remember(presence(known, "lost", at("10:00:00")));
        stores.machines().hardware(B7, "hw-1", "hw-2");
        stores.machines().sheet(B7, "{\"os\":\"Windows\"}", NINE);
        drain();
        reopen();
        KnownMachine again = stores.machines().find(B7).orElseThrow();
        assertEquals("lost", again.presence());
        assertEquals(at("10:00:00"), again.presenceSince());
        assertEquals("kevin", again.lastUser());
        assertEquals("hw-1", again.hardware());
        assertEquals("hw-2", again.otherHardware());
        assertEquals(Standing.KNOWN, again.standing());
        assertEquals("{\"os\":\"Windows\"}", stores.machines().sheet(B7).orElseThrow());
        assertTrue(stores.machines().sheet(C4).isEmpty());
    }

    @Test
    void fieldsThatAreNullStayAsTheyAre() {
        KnownMachine known = stores.machines().find(B7).orElseThrow();
        stores.machines().remember(presence(known, "on", NINE));
        stores.machines().remember(known);
        drain();
        reopen();
        assertEquals("kevin", stores.machines().find(B7).orElseThrow().lastUser());
        assertEquals("10.2.3.22", stores.machines().find(B7).orElseThrow().address());
    }

    @Test
    void atMostAThousandWait() {
        for (int i = 0; i < 1500; i++) {
            stores.machines().heardUnknown(JidCreate.bareFromOrThrowUnchecked("x" + i + "@iut.rdz"), "X", NINE);
        }
        assertEquals(1500, stores.machines().unknownHeard());
        assertEquals(1000 + 2, stores.machines().all().size());
    }

    private Optional<Standing> standing(BareJid jid) {
        return stores.machines().find(jid).map(KnownMachine::standing);
    }

    static KnownMachine presence(KnownMachine known, String presence, Instant since) {
        return new KnownMachine(
                known.id(),
                known.jid(),
                known.name(),
                known.standing(),
                null,
                null,
                NINE,
                since,
                "1.0.0",
                "10.2.3.22",
                "aa:bb:cc:dd:ee:ff",
                BOOT,
                presence,
                since,
                "kevin",
                since);
    }
}
