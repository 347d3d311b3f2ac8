package org.rollcall.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Condition;
import org.rollcall.central.store.KnownMachine.Standing;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** What people decide about enrolment, by command. */
class EnrolmentCommandsTest {
    private final Asking asking = new Asking();

    @BeforeEach
    void seatMachines() {
        asking.board
                .put("a201b7", "A201", Condition.FREE)
                .put("a201b8", "A201", Condition.OFF)
                .put("b105a1", "B105", Condition.FREE);
    }

    @Test
    void windowsAreOpenedByRoomAndListedAndClosed() throws Exception {
        asking.ask("open-enrolment", "room", "A201", "for", Duration.ofHours(1), "known", "yes");
        asking.ask("open-enrolment", "room", "all");
        Table listed = asking.ask("enrolment");
        assertEquals(List.of("A201", "all"), asking.column(listed, "room"));
        assertEquals(List.of("yes", "no"), asking.column(listed, "known"));
        assertEquals(
                asking.clock.instant().plus(Duration.ofHours(1)),
                asking.column(listed, "until").get(0));
        assertEquals(List.of("all"), asking.column(asking.ask("close-enrolment", "room", "all"), "room"));
        assertEquals(List.of("A201"), asking.column(asking.ask("close-enrolment"), "room"));
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND, asking.refused("close-enrolment").reason());
        assertEquals(
                Refusal.Reason.BAD_REQUEST,
                asking.refused("open-enrolment", "room", "A201", "for", Duration.ofDays(30))
                        .reason());
    }

    @Test
    void anAdministratorOfOneRoomDecidesForThatRoom() throws Exception {
        asking.enrolling.asks("A201Z1", 1);
        asking.enrolling.asks("B105Z1", 2);
        asking.ask("open-enrolment", "room", "B105");
        asking.as("keeper@iut.rdz", Role.ADMIN, "A201");
        Table listed = asking.ask("enrolment");
        assertEquals(List.of("a201z1"), asking.column(listed, "machine"));
        assertEquals(
                Refusal.Reason.FORBIDDEN,
                asking.refused("open-enrolment", "room", "all").reason());
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND,
                asking.refused("open-enrolment", "room", "B105").reason());
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND, asking.refused("close-enrolment").reason());
        assertEquals(
                Refusal.Reason.FORBIDDEN,
                asking.refused("approve", "machine", "b105z1").reason());
        assertEquals(List.of("may-enrol"), asking.column(asking.ask("approve", "machine", "A201Z1"), "standing"));
        asking.enrolling.asks("A201Z1", 1);
        assertTrue(asking.machines.isKnown(JidCreate.bareFromOrThrowUnchecked("a201z1@iut.rdz")));
    }

    @Test
    void ofSeveralHardwareOneIsNamed() throws Exception {
        asking.enrolling.asks("A201Z1", 1);
        asking.enrolling.asks("A201Z1", 2);
        Refusal which = asking.refused("approve", "machine", "a201z1");
        List<Object> ids = asking.column(asking.ask("waiting"), "hardware");
        assertTrue(which.getMessage().contains(ids.get(1).toString()), which.getMessage());
        asking.ask("refuse", "machine", "a201z1", "hardware", ids.get(0));
        assertEquals(1, asking.enrolling.waiting().size());
        asking.ask("approve", "machine", "a201z1", "hardware", ids.get(0));
        assertEquals(
                List.of("waiting", "approved"), asking.column(asking.ask("enrolment"), "entry"), "a no can be undone");
    }

    @Test
    void passwordsOfMachinesThatAreThereAreRenewed() throws Exception {
        asking.enrolling.accounts.add(JidCreate.bareFromOrThrowUnchecked("a201b7@iut.rdz"), "old");
        asking.newPasswords.put("a201b7@iut.rdz", "n".repeat(32));
        Table renewed = asking.ask("renew-password", "whom", "a201b7,a201b8");
        assertEquals(List.of("done", "refused"), asking.column(renewed, "result"));
        assertTrue(asking.enrolling.accounts.passwords.containsValue("n".repeat(32)));
        assertFalse(renewed.toString().contains("nnn"));
    }

    @Test
    void aWithdrawnMachineHasNoAccountAndIsRefused() throws Exception {
        asking.enrolling.accounts.add(JidCreate.bareFromOrThrowUnchecked("a201b7@iut.rdz"), "old");
        assertEquals(List.of("withdrawn"), asking.column(asking.ask("withdraw", "machine", "A201B7"), "result"));
        assertEquals(0, asking.enrolling.accounts.passwords.size());
        assertEquals(1, asking.machines.standing(Standing.REFUSED).size());
        asking.as("keeper@iut.rdz", Role.ADMIN, "A201");
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND,
                asking.refused("withdraw", "machine", "b105a1").reason());
    }

    @Test
    void whereNothingIsSetUpItSaysSo() {
        asking.office = null;
        asking.locale = Locale.FRENCH;
        assertTrue(asking.refused("enrolment").getMessage().contains("enrol.account"));
        assertTrue(asking.refused("withdraw", "machine", "a201b7").getMessage().contains("enrol.admin-user"));
    }
}
