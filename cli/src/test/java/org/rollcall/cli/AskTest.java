package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.loopback.LoopbackServer;

/** The command against machines on a loopback server. */
class AskTest {
    @TempDir
    static Path folder;

    private static LoopbackServer server;
    private static ScriptedAgent b7;
    private static ScriptedAgent b9;
    private static Path config;

    @BeforeAll
    static void start() throws Exception {
        server = LoopbackServer.builder()
                .domain("iut.rdz")
                .account("admin", "secret")
                .account("stranger", "secret")
                .account("a201b7", "secret")
                .account("a201b8", "secret")
                .account("a202b9", "secret")
                .everybodySharedWith("admin")
                .start();
        b7 = new ScriptedAgent(server, "a201b7");
        b9 = new ScriptedAgent(server, "a202b9");
        config = Typed.settings(server, "admin", folder);
    }

    @AfterAll
    static void stop() {
        b7.close();
        b9.close();
        server.close();
    }

    @Test
    void oneMachinesAnswerIsATableWithoutItsName() {
        Typed typed = at().type("sessions", "A201B7");
        assertEquals(List.of("User          Since     Session", "=a201b7.user  13:09:56        1"), typed.lines());
        assertEquals(0, typed.code());
    }

    @Test
    void severalMachinesAnswersAreOneTableAndEachThatGaveNoneIsSaid() {
        Typed typed = at().type("sessions", "a201b7,a201b8,a202b9");
        assertTrue(typed.lines().get(1).startsWith("a201b7   =a201b7.user"), typed.out());
        assertTrue(typed.out().contains("a202b9: Nobody"), typed.out());
        assertTrue(typed.err().contains("a201b8: off, or there is no such machine"), typed.err());
        assertEquals(1, typed.code());
    }

    @Test
    void aRoomIsItsMachinesInTheRosterTheAbsentOnesToo() {
        Typed typed = at().type("ask", "room:a201", "sessions", "--tsv");
        assertEquals(
                List.of("machine\tuser\tsince\tsession", "a201b7\t=a201b7.user\t2026-11-22T12:09:56Z\t1"),
                typed.lines());
        assertTrue(typed.err().contains("a201b8: off"), typed.err());
        assertFalse(typed.err().contains("a202b9"), typed.err());
    }

    @Test
    void allIsEveryMachineAndJsonHasThemAll() {
        Typed typed = at().type("sessions", "all", "--json");
        assertEquals(1, typed.lines().size());
        assertTrue(typed.out().contains("{\"machine\":\"a201b7\",\"jid\":\"a201b7@iut.rdz\","), typed.out());
        assertTrue(typed.out()
                .contains("\"unanswered\":[{\"machine\":\"a201b8\",\"jid\":\"a201b8@iut.rdz\",\"reason\":\"off\""));
        assertTrue(typed.out().contains("\"machine\":\"a202b9\""));
        assertEquals("", typed.err());
    }

    @Test
    void anAnswerOfManyPartsComesWhole() {
        Typed typed = at().type("processes", "a201b7", "--tsv");
        assertEquals(5001, typed.lines().size());
        assertEquals(
                "a201b7\ta process with a long name, number 4999 of many\\there.exe\t" + (4999L << 20) + "\t4999",
                typed.lines().get(5000));
    }

    @Test
    void csvNeverHandsAFormulaToASpreadsheet() {
        Typed typed = at().type("sessions", "a201b7", "--csv");
        assertEquals(
                "a201b7,'=a201b7.user,2026-11-22T12:09:56Z,1", typed.lines().get(1));
    }

    @Test
    void theAskersLanguageReachesTheMachine() {
        Typed typed = at().locale(Locale.FRENCH).type("sessions", "a202b9");
        assertEquals("Personne", typed.out().strip());
    }

    @Test
    void aTerminalShowsProgressAndColoursUnlessTheyAreNotWanted() {
        Typed screen = at().onScreen().type("sessions", "a201b7,a202b9");
        assertTrue(screen.err().contains("\r1 of 2 have answered"), screen.err());
        assertTrue(screen.out().startsWith("\u001B[1mMachine"), screen.out());
        Typed plain = at().onScreen().environment("NO_COLOR", "1").type("sessions", "a201b7,a202b9");
        assertFalse(plain.out().contains("\u001B"), plain.out());
        Typed pipe = at().type("sessions", "a201b7,a202b9");
        assertFalse(pipe.out().contains("\u001B"), pipe.out());
        assertEquals("", pipe.err());
    }

    @Test
    void anOrderWithoutATerminalNeedsYes() {
        Typed typed = at().type("logoff", "a201b7", "user=one");
        assertEquals(64, typed.code());
        assertTrue(typed.err().contains("say --yes"), typed.err());
        assertFalse(b7.orders().contains("one"));
        assertEquals(0, at().type("logoff", "a201b7", "user=two", "--yes").code());
        assertTrue(b7.orders().contains("two"));
    }

    @Test
    void anOrderAtATerminalIsConfirmed() {
        Typed no = at().answering("\n").type("logoff", "a201b7", "user=three");
        assertEquals(64, no.code());
        assertTrue(no.err().contains("logoff on one machine: a201b7. Go on? [y/N]"), no.err());
        assertFalse(b7.orders().contains("three"));
        assertEquals(
                0, at().answering("y\n").type("logoff", "a201b7", "user=four").code());
        assertTrue(b7.orders().contains("four"));
    }

    @Test
    void aRefusalIsSaidInTheMachinesWords() throws Exception {
        Typed typed = at().type("ask", "a201b7", "nonsense");
        assertEquals(2, typed.code());
        assertTrue(typed.err().startsWith("a201b7: "), typed.err());
        Path stranger = Typed.settings(server, "stranger", folder);
        Typed refused = at().type("sessions", "a201b7", "--json", "--config", stranger.toString());
        assertTrue(refused.out().contains("\"reason\":\"forbidden\""), refused.out());
        assertEquals(2, refused.code());
    }

    @Test
    void aMachineThatTakesTooLongIsSaid() {
        Typed typed = at().type("ask", "a201b7", "slow", "--timeout", "1s");
        assertEquals("a201b7: did not answer in 1 s", typed.err().strip());
        assertEquals(2, typed.code());
    }

    @Test
    void aWrongPasswordIsOneClearSentence() {
        Typed typed = at().environment("ROLLCALL_XMPP_PASSWORD", "wrong").type("sessions", "a201b7");
        assertEquals(2, typed.code());
        assertEquals(1, typed.err().lines().count(), typed.err());
        assertTrue(typed.err().contains("password"), typed.err());
    }

    @Test
    void badUseIsSaidBeforeAnythingIsSent() {
        assertEquals(64, at().type("sessions").code());
        assertEquals(64, at().type("sessions", "a b@c").code());
        assertEquals(64, at().type("sessions", "a@b/c").code());
        assertEquals(64, at().type("sessions", "a201b7", "--timeout", "soon").code());
        assertEquals(64, at().type("sessions", "a201b7", "user=a", "user=b").code());
        assertEquals(64, at().type("sessions", "a201b7", "--json", "--csv").code());
        assertEquals(64, at().type("nonsense").code());
        assertEquals(64, at().type().code());
    }

    @Test
    void processesCanBeHadAsTasklistPrintsThem() {
        Typed csv = at().type("processes", "a201b7", "--format", "tasklist-csv");
        assertEquals(0, csv.code(), csv.err());
        assertEquals(
                "\"Image Name\",\"PID\",\"Session Name\",\"Session#\",\"Mem Usage\",\"Status\",\"User Name\","
                        + "\"CPU Time\",\"Window Title\"",
                csv.lines().get(0));
        Typed table = at().type("processes", "a201b7", "--format", "tasklist");
        assertTrue(table.lines().get(1).startsWith("Image Name                     PID Session Name"), table.out());
        assertTrue(table.lines().get(2).startsWith("========================= ======== ="), table.out());
        Typed refused = at().type("sessions", "a201b7", "--format", "tasklist");
        assertEquals(64, refused.code());
        assertTrue(refused.err().contains("are for processes alone"), refused.err());
    }

    @Test
    void sayTellsWhatWasNotDelivered() {
        assertEquals(0, at().piping("hello\n").type("say", "stranger@iut.rdz").code());
        assertEquals(1, server.offlineMessages("stranger"));
        Typed typed = at().type("say", "nobody@iut.rdz", "hello", "there");
        assertEquals(2, typed.code());
        assertTrue(typed.err().contains("nobody@iut.rdz: not delivered"), typed.err());
    }

    private static Typed.At at() {
        return new Typed.At().config(config);
    }
}
