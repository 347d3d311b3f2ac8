package org.rollcall.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.command.Refusal.Reason;
import org.rollcall.xmpp.command.Table;

class OrdersTest {
    private final Asking asking = new Asking();
    private final Locale ofTheMachine = Locale.getDefault();

    @BeforeEach
    void twoPeopleOnAFrenchMachine() {
        Locale.setDefault(Locale.FRANCE);
        asking.host.logsOn(1, "kevin.marchais").logsOn(2, "yoann.pertaza");
    }

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(ofTheMachine);
    }

    @Test
    void aMessageReachesEverybodyInTheMachinesLanguage() throws Exception {
        Table table = asking.ask("message", "text", "The room closes");

        assertEquals(
                List.of(
                        "message 1 | Message de admin@iut.rdz | The room closes",
                        "message 2 | Message de admin@iut.rdz | The room closes"),
                asking.host.orders);
        assertEquals(List.of("done", "done"), asking.column(table, "result"));
    }

    @Test
    void aMessageReachesOneUserOrOneSession() throws Exception {
        asking.ask("message", "text", "Hello", "user", "yoann.pertaza");
        asking.ask("message", "text", "Hello", "session", 1L);

        assertEquals(
                List.of("message 2 | Message de admin@iut.rdz | Hello", "message 1 | Message de admin@iut.rdz | Hello"),
                asking.host.orders);
    }

    @Test
    void aBlankOrEndlessMessageIsRefused() {
        assertEquals(Reason.BAD_REQUEST, asking.refused("message", "text", "  ").reason());
        assertEquals(
                Reason.BAD_REQUEST,
                asking.refused("message", "text", "x".repeat(1001)).reason());
        assertEquals(List.of(), asking.host.orders);
    }

    @Test
    void loggingOffNeedsToBeToldWhom() {
        assertEquals(Reason.BAD_REQUEST, asking.refused("logoff").reason());
        assertEquals(Reason.BAD_REQUEST, asking.refused("disconnect").reason());
    }

    @Test
    void aSessionNumberThatIsAnotherUsersByNowIsNotLoggedOff() {
        var refusal = asking.refused("logoff", "session", 1L, "user", "yoann.pertaza");

        assertEquals(Reason.ITEM_NOT_FOUND, refusal.reason());
        assertEquals(
                "No such session here. Logged on: 1 (IUT\\kevin.marchais), 2 (IUT\\yoann.pertaza).",
                refusal.getMessage());
        assertEquals(List.of(), asking.host.orders);
    }

    @Test
    void aSessionIsLoggedOffOrDisconnected() throws Exception {
        asking.ask("logoff", "session", 1L, "user", "kevin.marchais");
        asking.ask("disconnect", "user", "yoann.pertaza");

        assertEquals(List.of("logoff 1", "disconnect 2"), asking.host.orders);
    }

    @Test
    void exactlyTheSessionsThatWereSeenAreLoggedOff() throws Exception {
        asking.host.logsOn(3, "anne");

        Table table = asking.ask("logoff", "sessions", "1:Kevin.Marchais, 2:somebody.else,7:zoe");

        assertEquals(List.of("logoff 1"), asking.host.orders);
        assertEquals(List.of("done", "gone", "gone"), asking.column(table, "result"));
        assertEquals(List.of("IUT\\kevin.marchais", "somebody.else", "zoe"), asking.column(table, "user"));
    }

    @Test
    void whoHasGoneBeforeAnOrderIsNoFailure() throws Exception {
        assertEquals(List.of("gone"), asking.column(asking.ask("logoff", "sessions", "9:zoe"), "result"));
        assertEquals(
                List.of("gone"), asking.column(asking.ask("message", "text", "Hello", "sessions", "1:zoe"), "result"));
        assertEquals(List.of(), asking.host.orders);
    }

    @Test
    void aListOfSessionsIsExactOrRefused() {
        for (String wrong : List.of("*", "1", "1:", ":anne", "1:anne,", "a:anne", "1:anne,2", "1:a,".repeat(101))) {
            assertEquals(
                    Reason.BAD_REQUEST,
                    asking.refused("logoff", "sessions", wrong).reason(),
                    wrong);
        }
        assertEquals(
                Reason.BAD_REQUEST,
                asking.refused("logoff", "sessions", "1:anne", "user", "*").reason());
        assertEquals(List.of(), asking.host.orders);
    }

    @Test
    void neighboursAreWokenByTheirAddresses() throws Exception {
        Table table = asking.ask("wake-neighbour", "mac", "00:11:22:33:44:55, 00-11-22-33-44-56");

        assertEquals(List.of("broadcast 001122334455", "broadcast 001122334456"), asking.host.orders);
        assertEquals(List.of("sent", "sent"), asking.column(table, "result"));
        for (String wrong : List.of("", "a201b7", "00:11:22:33:44:55,", "00:11:22:33:44:55,".repeat(201))) {
            assertEquals(
                    Reason.BAD_REQUEST,
                    asking.refused("wake-neighbour", "mac", wrong).reason(),
                    wrong);
        }
        asking.host.networkFails = true;
        assertEquals(
                "Nothing could be sent: no network",
                asking.refused("wake-neighbour", "mac", "00:11:22:33:44:55").getMessage());
    }

    @Test
    void whatTheSystemDeclinesIsSaidInTheAskersLanguage() {
        asking.locale = Locale.FRENCH;
        asking.host.actionFails =
                new ActionFailedException(ActionFailedException.Reason.UNSUPPORTED, "logging off is done on Windows");

        var refusal = asking.refused("logoff", "session", 1L);

        assertEquals(Reason.NOT_ALLOWED, refusal.reason());
        assertEquals("Impossible sur cette machine : logging off is done on Windows", refusal.getMessage());
    }

    @Test
    void aProcessEndsByItsNumberWithItsName() throws Exception {
        asking.host.runs(444, "WINWORD.EXE", "kevin.marchais", 1, 1, 1);

        asking.ask("kill", "pid", 444L, "name", "winword");

        assertEquals(List.of("kill 444 2026-11-22T12:50:00.123456700Z WINWORD.EXE"), asking.host.orders);
    }

    @Test
    void aProcessEndsByItsNumberWithItsStartAsShown() throws Exception {
        asking.host.runs(444, "WINWORD.EXE", "kevin.marchais", 1, 1, 1);

        asking.ask("kill", "pid", 444L, "started", FakeHost.NOW.minusSeconds(600));

        assertEquals(1, asking.host.orders.size());
    }

    @Test
    void aNumberAloneOrAnotherProcessesIsNotEnded() {
        asking.host.runs(444, "WINWORD.EXE", "kevin.marchais", 1, 1, 1);

        assertEquals(Reason.BAD_REQUEST, asking.refused("kill", "pid", 444L).reason());
        assertEquals(
                Reason.ITEM_NOT_FOUND,
                asking.refused("kill", "pid", 444L, "name", "*").reason());
        assertEquals(
                Reason.ITEM_NOT_FOUND,
                asking.refused("kill", "pid", 444L, "started", FakeHost.NOW).reason());
        assertEquals(
                Reason.ITEM_NOT_FOUND,
                asking.refused("kill", "pid", 445L, "name", "winword").reason());
        assertEquals(List.of(), asking.host.orders);
    }

    @Test
    void aRestartWaitsAMinuteUnlessToldOtherwise() throws Exception {
        Table table = asking.ask("restart");
        asking.ask("shutdown", "delay", Duration.ofMinutes(5), "text", "Updates");
        asking.ask("cancel");

        assertEquals(List.of("restart PT1M ", "shutdown PT5M Updates", "cancel"), asking.host.orders);
        assertEquals(List.of(FakeHost.NOW.plusSeconds(60)), asking.column(table, "at"));
    }

    @Test
    void ifFreeRefusesWhereSomebodyIsLoggedOnAndSaysWho() throws Exception {
        var refusal = asking.refused("shutdown", "if-free", true);

        assertEquals(Reason.NOT_ALLOWED, refusal.reason());
        assertEquals(
                "Somebody is logged on: 1 (IUT\\kevin.marchais), 2 (IUT\\yoann.pertaza). Nothing was done.",
                refusal.getMessage());
        asking.host.sessions.clear();
        asking.ask("shutdown", "if-free", true);
        assertEquals(List.of("shutdown PT1M "), asking.host.orders);
    }

    @Test
    void ifFreeTakesTheOrderBackWhereSomebodyLogsOnJustThen() throws Exception {
        List<Session> kevin = List.copyOf(asking.host.sessions);
        asking.host.sessions.clear();
        asking.host.meanwhile = () -> asking.host.sessions.addAll(kevin);

        assertEquals(
                Reason.NOT_ALLOWED, asking.refused("restart", "if-free", true).reason());

        assertEquals(List.of("restart PT1M ", "cancel"), asking.host.orders);
    }

    @Test
    void ifFreeRefusesWhereNobodyKnowsWhoIsLoggedOn() {
        asking.host.readingFails = "error 1722";

        assertEquals(
                Reason.INTERNAL_SERVER_ERROR,
                asking.refused("restart", "if-free", true).reason());
        assertTrue(asking.host.orders.isEmpty());
    }

    @Test
    void aDelayOfDaysIsRefused() {
        assertEquals(
                Reason.BAD_REQUEST,
                asking.refused("restart", "delay", Duration.ofDays(2)).reason());
    }
}
