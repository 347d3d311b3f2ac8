package org.rollcall.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.fake.FakeBoard;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

class BoardCommandsTest {
    private final Asking central = new Asking();

    @BeforeEach
    void fill() {
        SessionNow kevin = FakeBoard.session("kevin.marchais", "Kévin Marchais", "LP D2i", false);
        SessionNow left = new SessionNow(
                2, "u", "jo", "IUT", null, null, false, "disconnected", "console", FakeBoard.NOW, true, null, null);
        central.board
                .put("a201b7", "A201", Condition.IN_USE, kevin, left)
                .put("a201b8", "A201", Condition.OFF)
                .put("b105a1", "B105", Condition.LOST, FakeBoard.session("anne", "Anne Martin", "Enseignant", true))
                .put("loose", null, Condition.FREE);
    }

    @Test
    void roomsCountsEachCondition() throws Exception {
        Table table = central.ask("rooms");
        assertEquals(List.of("A201", "B105", ""), central.column(table, "room"));
        assertEquals(
                Arrays.asList("A201", 1L, 2L, 0L, 0L, 1L, 0L, 0L, null),
                table.rows().get(0));
        assertEquals(List.of(0L, 1L, 0L), central.column(table, "lost"));
        assertNull(table.note());
    }

    @Test
    void whoIsTheOriginalsBoardWithTheOthersBehindTheActiveOne() throws Exception {
        Table table = central.ask("who", "room", "a201");
        assertEquals(List.of("A201B7", "A201B7"), central.column(table, "machine"));
        assertEquals(List.of("in-use", "left"), central.column(table, "state"));
        assertEquals("A201 (1 connection on 2 machines)", table.note());
        central.locale = Locale.FRENCH;
        assertEquals(
                "A201 (1 connexion sur 2 machines)",
                central.ask("who", "room", "A201").note());
    }

    @Test
    void whoShowsALostMachineWithThoseItWasLostWithAndAllShowsTheEmptyOnes() throws Exception {
        assertEquals(List.of("lost"), central.column(central.ask("who", "room", "B105"), "state"));
        Table all = central.ask("who", "all", true);
        assertEquals(List.of("A201B7", "A201B7", "A201B8", "B105A1", "LOOSE"), central.column(all, "machine"));
        assertEquals("1 connection on 4 machines", all.note());
    }

    @Test
    void whereFindsALoginOrANameWithoutAccentsAndThenWhoWasThereBefore() throws Exception {
        central.history
                .put("a201b7", "A201", "kevin.marchais", "Kévin Marchais", 9)
                .put("b105a1", "B105", "kevin.leroy", "Kévin Leroy", 30);
        Table table = central.ask("where", "user", "kevin");
        assertEquals(List.of("kevin.marchais", "kevin.leroy"), central.column(table, "user"));
        assertEquals(List.of("in-use", "gone"), central.column(table, "state"));
        assertEquals("1 now, 1 before", table.note());
        assertEquals(List.of("A201B7"), central.column(central.ask("where", "user", "KEVIN MAR"), "machine"));
        assertTrue(central.ask("where", "user", "nobody").note().startsWith("Nobody"));
        assertEquals(
                Refusal.Reason.BAD_REQUEST,
                central.refused("where", "user", "  ").reason());
    }

    @Test
    void othersRoomsAreSimplyNotThere() throws Exception {
        central.history.put("b105a1", "B105", "kevin.leroy", "Kévin Leroy", 30);
        central.as("teacher@iut.rdz", Role.VIEWER, "A201");
        assertEquals(List.of("A201"), central.column(central.ask("rooms"), "room"));
        assertEquals(
                "There is no room B105 for you; rooms lists those that you may see.",
                central.refused("who", "room", "B105").getMessage());
        assertEquals(
                central.refused("who", "room", "Z9").getMessage(),
                central.refused("who", "room", "B105").getMessage().replace("B105", "Z9"));
        assertEquals(List.of("A201B7", "A201B7"), central.column(central.ask("who"), "machine"));
        assertEquals(List.of("kevin.marchais"), central.column(central.ask("where", "user", "kevin"), "user"));
        assertEquals(List.of(), central.ask("where", "user", "anne").rows());
    }

    @Test
    void aNetworkThatIsOutAndADeafCentralAreSaid() throws Exception {
        central.board.outage = FakeBoard.NOW;
        central.board.link = new BoardView.LinkNow(false, FakeBoard.NOW);
        List<String> notes = central.ask("who", "room", "A201").note().lines().toList();
        assertTrue(notes.get(1).startsWith("Room A201: network?"), notes.toString());
        assertTrue(notes.get(2).startsWith("Central has not heard the machines since"), notes.toString());
    }

    @Test
    void missingAreThoseThatAreOffLostOrNeverSeen() throws Exception {
        Asking central = new Asking();
        central.board
                .put("a201b7", "A201", Condition.FREE)
                .put("a201b8", "A201", Condition.OFF)
                .put("a201b9", "A201", Condition.LOST)
                .put("b105a1", "B105", Condition.UNKNOWN);
        Table all = central.ask("missing");
        assertEquals(List.of("off", "lost", "unknown"), central.column(all, "state"));
        assertEquals("3 of 4 are not there.", all.note());
        assertEquals(
                "One of 1 is not there.", central.ask("missing", "room", "b105").note());
    }

    @Test
    void statusNamesEachPartThatIsNotWell() throws Exception {
        Asking central = new Asking();
        central.board.put("a201b7", "A201", Condition.FREE).put("a201b8", "A201", Condition.LOST);
        Table fine = central.ask("status");
        assertEquals(List.of("central", "link", "store", "machines", "fleet", "waiting"), central.column(fine, "part"));
        assertEquals(List.of("ok", "ok", "ok", "warning", "ok", "ok"), central.column(fine, "verdict"));
        assertEquals(
                "1 of 2 are on, one is lost (missing lists them)",
                central.column(fine, "details").get(3));
        central.storeWritable = false;
        central.board.outage = FakeBoard.NOW;
        Table ill = central.ask("status");
        assertEquals("bad", central.column(ill, "verdict").get(2));
        assertEquals("network", central.column(ill, "part").get(4));
        central.as("teacher@iut.rdz", Role.ADMIN, "A201");
        assertEquals(Refusal.Reason.FORBIDDEN, central.refused("status").reason());
    }
}
