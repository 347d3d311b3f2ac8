package org.rollcall.central.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Grants;
import org.rollcall.central.access.Who;
import org.rollcall.central.board.Condition;
import org.rollcall.central.fake.FakeBoard;
import org.rollcall.central.fake.FakeMachines;
import org.rollcall.central.fake.FakePeople;
import org.rollcall.central.fake.FakeTrail;
import org.rollcall.central.park.Person;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

class GrantedAskerTest {
    private static final List<Column> COLUMNS = List.of(Column.text("name"), Column.text("user"));
    private static final Table PROCESSES = Table.of(
            COLUMNS,
            List.of(
                    List.of("WINWORD.EXE", "IUT\\Anne"),
                    List.of("chrome.exe", "IUT\\kevin"),
                    Arrays.asList("System", null)));

    private final Grants grants = new Grants(
            Map.of("admin@iut.rdz", Role.ADMIN, "boss", Role.VIEWER),
            Map.of("A201", Map.of("teacher@iut.rdz", Role.VIEWER), "B105", Map.of("teacher@iut.rdz", Role.OPERATOR)));
    private final FakeBoard board = new FakeBoard();
    private final FakeTrail trail = new FakeTrail();
    private final Map<String, Question> asked = new LinkedHashMap<>();
    private final Map<String, Outcome> answers = new LinkedHashMap<>();
    private final List<MachineOutcome> heard = new ArrayList<>();
    private boolean hidden = true;
    private final FakeMachines machines = FakeMachines.of("a201b7");
    private final MachineAsker asker = new GrantedAsker(
            new Questioner(this::answer),
            board,
            () -> grants,
            new StaffProcesses(
                    () -> new FakePeople(List.of(
                            new Person("anne", "Anne Martin", null, true), new Person("kevin", null, null, false))),
                    () -> hidden),
            new Sheets(machines),
            "iut.rdz",
            trail,
            Clock.fixed(FakeBoard.NOW, ZoneOffset.UTC));

    @BeforeEach
    void fill() {
        board.put("a201b7", "A201", Condition.IN_USE)
                .put("a201b8", "A201", Condition.OFF)
                .put("b105a1", "B105", Condition.LOST)
                .put("c300a1", "C300", Condition.FREE);
    }

    private CompletableFuture<Outcome> answer(Question question, Target target) {
        asked.put(target.name(), question);
        Outcome outcome = answers.get(target.name());
        return outcome == null
                ? CompletableFuture.completedFuture(new Answered(target, FakeBoard.NOW, PROCESSES))
                : CompletableFuture.completedFuture(outcome);
    }

    private MachineOutcome one(String who, String command, boolean order, String machine) {
        heard.clear();
        ask(who, command, order, FakeBoard.jid(machine));
        assertEquals(1, heard.size());
        return heard.get(0);
    }

    private void ask(String who, String command, boolean order, BareJid... machines) {
        MachineAsker.Question question = new MachineAsker.Question(
                Who.of(who), "web", command, Map.of("user", "kevin"), order, Locale.ENGLISH, Duration.ofSeconds(5));
        assertTrue(asker.ask(question, List.of(machines), heard::add).isDone());
    }

    @Test
    void theRoleInTheMachinesOwnRoomDecides() {
        assertEquals(
                "forbidden", one("teacher@iut.rdz", "logoff", true, "a201b7").reason());
        assertTrue(one("teacher@iut.rdz", "logoff", true, "b105a1").answered());
        assertEquals(
                "forbidden", one("teacher@iut.rdz", "restart", true, "b105a1").reason());
        assertTrue(one("admin@iut.rdz", "restart", true, "a201b7").answered());
        assertEquals(List.of("B105A1", "A201B7"), List.copyOf(asked.keySet()));
    }

    @Test
    void othersRoomsAreAsIfTheyWereNotThere() {
        MachineOutcome hiddenOne = one("teacher@iut.rdz", "sessions", false, "c300a1");
        MachineOutcome absent = one("teacher@iut.rdz", "sessions", false, "nowhere");
        assertEquals("no-such-machine", hiddenOne.reason());
        assertEquals(absent.sentence(), hiddenOne.sentence());
        assertEquals("c300a1@iut.rdz", hiddenOne.name());
        assertEquals(
                "no-such-machine",
                one("nobody@iut.rdz", "sessions", false, "a201b7").reason());
    }

    @Test
    void whatIsOffIsNotAskedAndWhatIsLostIs() {
        assertEquals("off", one("admin@iut.rdz", "sessions", false, "a201b8").reason());
        assertFalse(asked.containsKey("A201B8"));
        answers.put("B105A1", new Unanswered(Target.machine("B105A1", FakeBoard.jid("b105a1")), "off", "off"));
        assertEquals("lost", one("admin@iut.rdz", "sessions", false, "b105a1").reason());
    }

    @Test
    void thePersonIsNamedToTheMachine() {
        ask("teacher@iut.rdz", "sessions", false, FakeBoard.jid("a201b7"));
        assertEquals("teacher@iut.rdz", asked.get("A201B7").by().toString());
        ask("boss", "sessions", false, FakeBoard.jid("a201b7"));
        assertEquals("boss@iut.rdz", asked.get("A201B7").by().toString());
    }

    @Test
    void viewersDoNotSeeWhatStaffRun() {
        Table table = one("teacher@iut.rdz", "processes", false, "a201b7").table();
        assertEquals(
                List.of("chrome.exe", "System"),
                table.rows().stream().map(row -> row.get(0)).toList());
        assertEquals("One process of staff is not shown to you.", table.note());
        assertEquals(
                3,
                one("teacher@iut.rdz", "processes", false, "b105a1")
                        .table()
                        .rows()
                        .size());
        assertEquals(
                3,
                one("teacher@iut.rdz", "sessions", false, "a201b7")
                        .table()
                        .rows()
                        .size());
        hidden = false;
        assertEquals(
                3,
                one("teacher@iut.rdz", "processes", false, "a201b7")
                        .table()
                        .rows()
                        .size());
    }

    @Test
    void anOrderIsNoQuestionAndOnlyAnAdministratorTriesWhatCentralDoesNotKnow() {
        assertEquals(
                "bad-request", one("admin@iut.rdz", "restart", false, "a201b7").reason());
        assertEquals(
                "bad-request", one("admin@iut.rdz", "sessions", true, "a201b7").reason());
        assertEquals(
                "forbidden", one("teacher@iut.rdz", "newer", false, "b105a1").reason());
        assertTrue(one("admin@iut.rdz", "newer", true, "a201b7").answered());
    }

    @Test
    void whatAMachineTellsOfItselfIsKept() {
        Sheets sheets = new Sheets(machines);
        assertTrue(
                sheets.fact(FakeBoard.jid("a201b7"), "system", "fast-startup").isEmpty());
        Table sheet = Table.of(
                List.of(Column.text("group"), Column.text("fact"), Column.text("value"), Column.bytes("size")),
                List.of(Arrays.asList("system", "fast-startup", "on", null), Arrays.asList("disks", "c", null, 5L)));
        answers.put("A201B7", new Answered(Target.machine("A201B7", FakeBoard.jid("a201b7")), FakeBoard.NOW, sheet));
        ask("admin@iut.rdz", "host", false, FakeBoard.jid("a201b7"));
        assertEquals(
                "on",
                sheets.fact(FakeBoard.jid("a201b7"), "system", "fast-startup").orElseThrow());
        assertTrue(sheets.fact(FakeBoard.jid("a201b7"), "disks", "c").isEmpty());
    }

    @Test
    void whatIsForOneMachineAloneReachesItAloneAndTheAudit() {
        MachineAsker.Question question = new MachineAsker.Question(
                Who.of("admin@iut.rdz"), "web", "logoff", Map.of(), true, Locale.ENGLISH, Duration.ofSeconds(5));
        Map<BareJid, Map<String, String>> each = new LinkedHashMap<>();
        each.put(FakeBoard.jid("a201b7"), Map.of("sessions", "1:kevin"));
        each.put(FakeBoard.jid("b105a1"), Map.of("sessions", "2:anne,3:zoe"));

        asker.ask(question, each, heard::add);

        assertEquals(Map.of("sessions", "1:kevin"), asked.get("A201B7").arguments());
        assertEquals(Map.of("sessions", "2:anne,3:zoe"), asked.get("B105A1").arguments());
        assertEquals(
                "A201B7 sessions=1:kevin; B105A1 sessions=2:anne,3:zoe",
                trail.lines.get(0).details());
    }

    @Test
    void oneLineInTheAuditSaysWhoAskedWhomForWhatAndWhatCameOfIt() {
        ask("admin@iut.rdz", "sessions", false, FakeBoard.jid("a201b7"), FakeBoard.jid("a201b8"));
        assertEquals("A201B8, A201B7", trail.lines.get(0).target());
        assertEquals("1/2", trail.lines.get(0).outcome());
        assertEquals("user=kevin", trail.lines.get(0).details());
        ask("teacher@iut.rdz", "logoff", true, FakeBoard.jid("a201b7"));
        assertEquals("forbidden", trail.lines.get(1).outcome());
        ask("admin@iut.rdz", "restart", true, FakeBoard.jid("a201b7"));
        assertEquals("done", trail.lines.get(2).outcome());
        assertEquals("admin", trail.lines.get(2).role());
    }
}
