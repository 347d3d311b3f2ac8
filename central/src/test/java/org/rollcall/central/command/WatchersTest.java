package org.rollcall.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.packet.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Condition;
import org.rollcall.central.fake.FakeBoard;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.XmlNode;

class WatchersTest {
    private final Asking central = new Asking();

    @BeforeEach
    void fill() {
        central.board.put("a201b7", "A201", Condition.FREE).put("b105a1", "B105", Condition.FREE);
        central.watchers.tell(0);
    }

    private void logOn(String account, String room) {
        central.board.put(account, room, Condition.IN_USE, FakeBoard.session("kevin", "Kévin", null, false));
    }

    private List<Message> told() {
        central.watchers.tell(System.nanoTime());
        List<Message> sent = List.copyOf(central.line.sent);
        central.line.sent.clear();
        return sent;
    }

    @Test
    void whoWatchesIsToldInWordsAndAsATable() throws Exception {
        assertEquals(
                "A201: you are told of what changes here, until you send unwatch.",
                central.ask("watch", "room", "a201").note());
        logOn("a201b7", "A201");
        List<Message> told = told();
        assertEquals("admin@iut.rdz/desk", told.get(0).getTo().toString());
        assertTrue(
                told.get(0).getBody().endsWith("A201B7  in use  kevin  Kévin"),
                told.get(0).getBody());
        XmlNode answer = (XmlNode) told.get(0).getExtensionElement(Answer.ELEMENT, Namespace.ROLLCALL);
        assertEquals(
                "in-use", central.column(Answer.from(answer).table(), "state").get(0));
        central.board.put("a201b7", "A201", Condition.FREE);
        assertTrue(told().get(0).getBody().endsWith("A201B7  free  (kevin has left)"));
    }

    @Test
    void manyChangesOfOneMachineAreOneLineAndWhatEndsAsItBeganIsNone() throws Exception {
        central.ask("watch");
        logOn("a201b7", "A201");
        central.board.put("a201b7", "A201", Condition.LOCKED, FakeBoard.session("kevin", "Kévin", null, false));
        assertEquals(1, told().get(0).getBody().lines().count());
        logOn("b105a1", "B105");
        central.board.put("b105a1", "B105", Condition.FREE);
        assertEquals(List.of(), told());
    }

    @Test
    void othersRoomsAreNotToldAndARoleThatIsTakenBackEndsItInWords() throws Exception {
        central.as("teacher@iut.rdz", Role.VIEWER, "A201");
        central.ask("watch");
        logOn("b105a1", "B105");
        assertEquals(List.of(), told());
        central.rooms.clear();
        logOn("a201b7", "A201");
        assertEquals(
                List.of("You are told of what changes here no more: your role was taken back."),
                told().stream().map(Message::getBody).toList());
        central.board.put("a201b7", "A201", Condition.FREE);
        assertEquals(List.of(), told());
    }

    @Test
    void aRoleThatIsTakenBackEndsItWithinAMinuteWhereNothingChanges() throws Exception {
        central.as("teacher@iut.rdz", Role.VIEWER, "A201");
        central.ask("watch", "room", "A201");
        central.rooms.clear();
        assertEquals(List.of(), told());
        central.watchers.tell(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));
        assertTrue(central.line.sent.get(0).getBody().endsWith("your role was taken back."));
        assertEquals(List.of(), central.line.pinged);
    }

    @Test
    void whenCentralStopsWhoWatchesIsToldSo() throws Exception {
        central.ask("watch");
        central.watchers.close();
        assertTrue(central.line.sent.get(0).getBody().startsWith("Central stops"));
    }

    @Test
    void whoIsGoneOrHasEnoughIsToldNoMore() throws Exception {
        central.ask("watch");
        assertEquals(List.of(List.of("ended")), central.ask("unwatch").rows());
        assertEquals(List.of(List.of("none")), central.ask("unwatch").rows());
        central.ask("watch");
        central.watchers.tell(System.nanoTime() + TimeUnit.SECONDS.toNanos(61));
        assertEquals("admin@iut.rdz/desk", central.line.pinged.get(0).toString());
        central.line.gone.accept(JidCreate.from("admin@iut.rdz/desk"));
        logOn("a201b7", "A201");
        assertEquals(List.of(), told());
    }
}
