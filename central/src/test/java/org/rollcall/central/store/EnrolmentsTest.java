package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.Enrolments.Window;
import org.rollcall.central.store.Enrolments.Word;

/** What people decided about enrolment, and a computer's new name, across restarts. */
public class EnrolmentsTest extends StoreCase {
    private static final BareJid D1 = JidCreate.bareFromOrThrowUnchecked("a202d1@iut.rdz");

    @Test
    void windowsOutliveARestartAndEachRoomHasOne() {
        Window all = new Window(null, NINE.plusSeconds(3600), false, NINE, "admin@iut.rdz");
        Window room = new Window("A201", NINE.plusSeconds(60), false, NINE, "admin@iut.rdz");
        Window longer = new Window("A201", NINE.plusSeconds(7200), true, NINE.plusSeconds(9), "teacher@iut.rdz");
        stores.enrolments().open(all);
        stores.enrolments().open(room);
        stores.enrolments().open(longer);
        reopen();
        assertEquals(List.of(all, longer), stores.enrolments().windows());
        stores.enrolments().close(null);
        assertEquals(List.of(longer), stores.enrolments().windows());
        stores.enrolments().close("A201");
        assertEquals(List.of(), stores.enrolments().windows());
    }

    @Test
    void aWordIsForOneHardwareUnderOneName() {
        Word yes = new Word(B7, "uuid=1;", true, NINE, "admin@iut.rdz");
        Word no = new Word(B7, "uuid=2;", false, NINE.plusSeconds(1), "admin@iut.rdz");
        stores.enrolments().say(new Word(B7, "uuid=1;", false, NINE, "admin@iut.rdz"));
        stores.enrolments().say(yes);
        stores.enrolments().say(no);
        reopen();
        assertEquals(Optional.of(yes), stores.enrolments().word(B7, "uuid=1;"));
        assertEquals(List.of(no, yes), stores.enrolments().words());
        assertEquals(Optional.empty(), stores.enrolments().word(C4, "uuid=1;"));
        stores.enrolments().forget(B7, "uuid=1;");
        assertEquals(List.of(no), stores.enrolments().words());
    }

    @Test
    void whenAMachineEnrolledIsKept() {
        assertEquals(Optional.empty(), stores.enrolments().enrolled(B7));
        stores.enrolments().enrolled(B7, NINE);
        stores.enrolments().renewed(B7, NINE.plusSeconds(5));
        reopen();
        assertEquals(Optional.of(NINE), stores.enrolments().enrolled(B7));
    }

    @Test
    void aRenamedMachineKeepsItsHistoryAndWhatItsHardwareWas() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE));
        stores.machines().hardware(B7, "uuid=1;", null);
        stores.machines().sheet(B7, "{}", NINE);
        stores.machines().approve(D1, "A202D1");
        assertTrue(stores.machines().rename(B7, D1, "A202D1"));
        commit(D1, "j2", of("lea", 1, "logon", NINE.plus(Duration.ofHours(1))));
        assertEquals(
                List.of("A202D1", "A202D1"),
                all().stream().map(SessionRow::name).toList());
        assertEquals(
                List.of("A202", "A201"), all().stream().map(SessionRow::room).toList());
        drain();
        reopen();
        assertTrue(stores.machines().find(B7).isEmpty());
        KnownMachine renamed = stores.machines().find(D1).orElseThrow();
        assertEquals("uuid=1;", renamed.hardware());
        assertEquals(KnownMachine.Standing.KNOWN, renamed.standing());
        assertEquals(Optional.of("{}"), stores.machines().sheet(D1));
        assertEquals(List.of("logon 1", "logon 1"), events(D1));
        assertEquals("kevin", all().get(1).user());
    }

    @Test
    void aNameWithAHistoryOfItsOwnIsNotWrittenOver() {
        commit(B7, "j1", of("kevin", 1, "logon", NINE));
        commit(C4, "j2", of("lea", 1, "logon", NINE));
        assertFalse(stores.machines().rename(B7, C4, "B105C4"));
        assertFalse(stores.machines().rename(D1, B7, "A201B7"), "nobody of that name");
        assertTrue(stores.machines().isKnown(B7));
        assertTrue(stores.machines().isKnown(C4));
        assertEquals(2, all().size());
    }
}
