package org.rollcall.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.central.board.Condition;
import org.rollcall.central.fake.FakeBoard;
import org.rollcall.central.park.Mistake;
import org.rollcall.central.park.Reloader;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

class MachineCommandsTest {
    private final Asking central = new Asking();

    @BeforeEach
    void fill() {
        central.board
                .put("a201b7", "A201", Condition.IN_USE, FakeBoard.session("kevin", "Kévin", "LP", false))
                .put("a201b8", "A201", Condition.OFF)
                .put("b105a1", "B105", Condition.UNKNOWN);
    }

    @Test
    void machineTellsAllThatCentralKnows() throws Exception {
        Table table = central.ask("machine", "name", "a201b7@iut.rdz");
        assertTrue(
                table.rows().contains(List.of("state", "in-use")), table.rows().toString());
        assertTrue(central.column(table, "value").stream()
                .anyMatch(v -> v.toString().startsWith("kevin (Kévin, LP)")));
        central.as("teacher@iut.rdz", Role.VIEWER, "B105");
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND,
                central.refused("machine", "name", "A201B7").reason());
    }

    @Test
    void askIsOneTableOfAllAnswersAndSaysWhoGaveNone() throws Exception {
        Column user = Column.text("user");
        central.asker.answers.put("a201b7", new Table(List.of(user), List.of(List.of("kevin")), "a note"));
        Table table = central.ask("ask", "whom", "room:A201", "command", "sessions", "limit", "3");
        assertEquals(
                List.of(Arrays.asList("A201B7", "kevin", null), Arrays.asList("A201B8", null, "it is off")),
                table.rows());
        assertEquals("1 of 2 have answered.\nA201B7: a note", table.note());
        assertEquals(Map.of("limit", "3"), central.asker.asked.get(0).arguments());
        assertEquals("chat", central.asker.asked.get(0).channel());
        assertFalse(central.asker.asked.get(0).order());
    }

    @Test
    void argumentsMayStandInOneTextAsFormsHaveNoOtherPlaceForThem() throws Exception {
        central.ask("order", "whom", "a201b7", "command", "restart", "arguments", "delay=5m text=\"a b\" if-free");
        assertEquals(
                Map.of("delay", "5m", "text", "a b", "if-free", "true"),
                central.asker.asked.get(0).arguments());
        assertTrue(central.asker.asked.get(0).order());
    }

    @Test
    void ordersAreGivenByOrderQuestionsByAskAndToSomebody() throws Exception {
        assertTrue(central.refused("ask", "whom", "all", "command", "restart")
                .getMessage()
                .contains("use order"));
        assertTrue(central.refused("order", "whom", "all", "command", "sessions")
                .getMessage()
                .contains("use ask"));
        assertEquals(
                Refusal.Reason.BAD_REQUEST,
                central.refused("ask", "whom", ",", "command", "sessions").reason());
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND,
                central.refused("ask", "whom", "x9", "command", "sessions").reason());
        central.as("keeper@iut.rdz", Role.OPERATOR, "A201").as("keeper@iut.rdz", Role.VIEWER, "B105");
        assertEquals(
                List.of("A201B7", "A201B8"),
                central.column(central.ask("order", "whom", "all", "command", "logoff"), "machine"));
    }

    @Test
    void wakeSendsToThoseThatAreOffAndSaysWhyNotToTheOthers() throws Exception {
        Table table = central.ask("wake", "whom", "room:A201");
        assertEquals(List.of("on", "sent"), central.column(table, "result"));
        assertEquals(1, central.packets.size());
        assertEquals(102, central.packets.get(0).length);
        assertEquals((byte) 0xFF, central.packets.get(0)[5]);
        assertEquals(0x11, central.packets.get(0)[7]);
        central.machines.sheet(
                FakeBoard.jid("a201b8"), "{\"rows\":[[\"system\",\"fast-startup\",\"on\",null]]}", FakeBoard.NOW);
        assertTrue(central.column(central.ask("wake", "whom", "a201b8"), "details")
                .get(0)
                .toString()
                .contains("fast startup"));
        assertEquals("wake", central.trail.lines.get(0).action());
    }

    @Test
    void anAwakeNeighbourIsAskedToWakeTooAndTheAnswerSaysWhichWayWasUsed() throws Exception {
        central.board.put("b105a1", "B105", Condition.FREE);
        assertEquals(
                "sent on 2 networks; passed on by A201B7, B105A1; the board shows when it is there",
                central.column(central.ask("wake", "whom", "a201b8"), "details").get(0));
        assertEquals(
                List.of(
                        "A201B7 wake-neighbour {mac=00:11:22:33:44:52} admin@iut.rdz",
                        "B105A1 wake-neighbour {mac=00:11:22:33:44:52} admin@iut.rdz"),
                central.passing);

        central.refusingNeighbours.add("A201B7");
        String details = central.column(central.ask("wake", "whom", "a201b8"), "details")
                .get(0)
                .toString();
        assertTrue(details.contains("passed on by B105A1"), details);
        assertTrue(details.contains("A201B7 did not pass it on: its settings give central"), details);
    }

    @Test
    void whereCentralReachesNoNetworkANeighbourIsEnough() throws Exception {
        central.board.put("b105a1", "B105", Condition.FREE);
        central.networkIsAway = true;
        Table table = central.ask("wake", "whom", "a201b8");
        assertEquals(List.of("sent"), central.column(table, "result"));
        assertTrue(central.column(table, "details").get(0).toString().startsWith("not sent from central: no network;"));

        central.refusingNeighbours.addAll(List.of("A201B7", "B105A1"));
        assertEquals(List.of("not-sent"), central.column(central.ask("wake", "whom", "a201b8"), "result"));
        assertEquals("0/1", central.trail.lines.get(1).outcome());
    }

    @Test
    void fleetTellsWhatAnAdministratorShouldLookAt() throws Exception {
        assertEquals(List.of("never-seen"), central.column(central.ask("fleet"), "problem"));
        central.machines.hardware(FakeBoard.jid("a201b7"), "one", "other");
        assertEquals(List.of("A201B7"), central.column(central.ask("fleet", "problem", "hardware"), "machine"));
        assertEquals("Versions: 1.0.0 (3)", central.ask("fleet").note());
    }

    @Test
    void whatWaitsSaysWhichFilesCannotBeUsed() throws Exception {
        central.mistaken = new Reloader.Mistaken(
                FakeBoard.NOW,
                Collections.nCopies(12, new Mistake("rooms.csv", 7, "machine.twice", List.of("A201B7", "3"))));

        List<String> note = central.ask("waiting").note().lines().toList();
        assertEquals("rooms.csv:7: A201B7 stands there already, on line 3.", note.get(1));
        assertEquals(12, note.size());
        assertEquals("2 more mistakes are in the log of central.", note.get(11));
    }

    @Test
    void aMachineThatWaitsIsApprovedByAnAdministratorOfAllRooms() throws Exception {
        central.machines.heardUnknown(FakeBoard.jid("a201z9"), "A201B7", FakeBoard.NOW);
        assertEquals(List.of("a201z9@iut.rdz"), central.column(central.ask("waiting"), "jid"));
        assertEquals(
                Refusal.Reason.ITEM_NOT_FOUND,
                central.refused("approve", "machine", "A201B7").reason());
        central.as("keeper@iut.rdz", Role.ADMIN, "A201");
        assertEquals(
                Refusal.Reason.FORBIDDEN,
                central.refused("approve", "machine", "a201z9").reason());
        assertEquals(Refusal.Reason.FORBIDDEN, central.refused("audit").reason());
        assertEquals(
                Refusal.Reason.FORBIDDEN,
                central.refused("erase", "login", "kevin").reason());
        central.from = "admin@iut.rdz";
        assertEquals(List.of("known"), central.column(central.ask("approve", "machine", "A201Z9"), "standing"));
        assertTrue(central.machines.isKnown(FakeBoard.jid("a201z9")));
        assertEquals(
                List.of(List.of(3L)), central.ask("erase", "login", "kevin").rows());
        assertEquals(2, central.ask("export", "login", "kevin").rows().size());
    }
}
