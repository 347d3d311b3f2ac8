package org.rollcall.agent.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.log.LogLine;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.settings.SettingValue;
import org.rollcall.xmpp.stanza.Event;

class QuestionsTest {
    private static final long KB = 1024;

    private final Asking asking = new Asking();

    private void aMachineAtWork() {
        asking.host.runs(444, "WINWORD.EXE", "kevin.marchais", 1, 48728 * KB, 4);
        asking.host.runs(512, "chrome.exe", "kevin.marchais", 1, 90000 * KB, 2);
        asking.host.runs(88, "svchost.exe", null, 0, 1000 * KB, 300);
        asking.host.runs(900, "notepad.exe", "yoann.pertaza", 2, 900 * KB, 0);
    }

    @Test
    void sessionsTellWhoSinceWhenAndHowLongIdle() throws Exception {
        asking.host.logsOn(1, "kevin.marchais");

        Table table = asking.ask("sessions");

        assertEquals(
                List.of(Arrays.asList(
                        "IUT\\kevin.marchais",
                        null,
                        1L,
                        "active",
                        "console",
                        FakeHost.NOW.minusSeconds(3600),
                        "false",
                        Duration.ofSeconds(90),
                        null)),
                table.rows());
        assertNull(table.note());
    }

    @Test
    void anEmptyMachineSaysSoInTheAskersLanguage() throws Exception {
        asking.locale = Locale.FRENCH;

        assertEquals("Personne n'est connecté.", asking.ask("sessions").note());
    }

    @Test
    void aReadingThatFailsIsNoEmptyAnswer() {
        asking.host.readingFails = "error 1722";

        Refusal refusal = asking.refused("sessions");

        assertEquals(Refusal.Reason.INTERNAL_SERVER_ERROR, refusal.reason());
        assertEquals("The system did not answer (error 1722). Ask again in a moment.", refusal.getMessage());
        assertEquals(
                Refusal.Reason.INTERNAL_SERVER_ERROR,
                asking.refused("processes").reason());
    }

    @Test
    void processesComeWithTheGreatestMemoryFirst() throws Exception {
        aMachineAtWork();

        Table table = asking.ask("processes");

        assertEquals(List.of(512L, 444L, 88L, 900L), asking.column(table, "pid"));
        assertEquals(
                Arrays.asList("IUT\\kevin.marchais", "IUT\\kevin.marchais", null, "IUT\\yoann.pertaza"),
                asking.column(table, "user"));
    }

    @Test
    void processesSortByWhatIsAsked() throws Exception {
        aMachineAtWork();

        assertEquals(List.of(88L, 444L, 512L, 900L), asking.column(asking.ask("processes", "sort", "cpu"), "pid"));
        assertEquals(List.of(512L, 900L, 88L, 444L), asking.column(asking.ask("processes", "sort", "name"), "pid"));
        assertEquals(List.of(88L, 444L, 512L, 900L), asking.column(asking.ask("processes", "sort", "pid"), "pid"));
    }

    @Test
    void processesAreFilteredByUserNameAndSession() throws Exception {
        aMachineAtWork();

        assertEquals(List.of(900L), asking.column(asking.ask("processes", "user", "Yoann.Pertaza"), "pid"));
        assertEquals(List.of(512L, 444L), asking.column(asking.ask("processes", "user", "iut\\kevin*"), "pid"));
        assertEquals(List.of(444L), asking.column(asking.ask("processes", "name", "winword"), "pid"));
        assertEquals(List.of(88L), asking.column(asking.ask("processes", "session", 0L), "pid"));
        assertEquals(List.of(), asking.ask("processes", "session", 7L).rows());
    }

    @Test
    void aLimitCutsTheListAndIsAtLeastOne() throws Exception {
        aMachineAtWork();

        assertEquals(List.of(512L, 444L), asking.column(asking.ask("processes", "limit", 2L), "pid"));
        assertEquals(4, asking.ask("processes", "limit", Long.MAX_VALUE).rows().size());
        assertEquals(
                Refusal.Reason.BAD_REQUEST,
                asking.refused("processes", "limit", 0L).reason());
    }

    @Test
    void theSheetNamesTheMachineAndTellsOfTheAgent() throws Exception {
        assertEquals(
                List.of(
                        Arrays.asList("system", "name", "A201B7", null),
                        Arrays.asList("hardware", "model", "Latitude 5430", null),
                        Arrays.asList("hardware", "memory", null, 8L << 30),
                        Arrays.asList("hardware", "cards", "00:1a:2b:3c:4d:5e", null),
                        Arrays.asList("agent", "version", "1.0.0", null),
                        Arrays.asList("agent", "notifications", "notifications", null)),
                asking.ask("host").rows());
    }

    @Test
    void eventsAreTheLatestAndCanBeFiltered() throws Exception {
        for (int i = 1; i <= 60; i++) {
            asking.events.add(new Event(
                    i,
                    i % 2 == 1 ? "logon" : "logoff",
                    FakeHost.NOW.plusSeconds(i),
                    Map.of("user", i < 59 ? "jo" : "al", "domain", "IUT", "session", "1")));
        }

        List<Object> latest = asking.column(asking.ask("events"), "seq");
        assertEquals(50, latest.size());
        assertEquals(60L, latest.get(49));
        assertEquals(
                List.of(55L, 57L),
                asking.column(asking.ask("events", "user", "jo", "kind", "logon", "limit", 2L), "seq"));
        assertEquals(List.of(59L, 60L), asking.column(asking.ask("events", "user", "al"), "seq"));
    }

    @Test
    void helpListsWhatTheAskerMayUseInTheAskersLanguage() throws Exception {
        asking.role = Role.VIEWER;
        asking.locale = Locale.FRENCH;

        Table table = asking.ask("help");

        assertEquals(List.of("sessions", "processes", "host", "events", "help"), asking.column(table, "name"));
        assertEquals("Qui est connecté", asking.column(table, "meaning").get(0));
        assertEquals(
                "[user=…] [name=…] [session=…] [sort=…] [limit=…]",
                asking.column(table, "values").get(1));
    }

    @Test
    void helpOfOneCommandGivesItsParametersAndAnExample() throws Exception {
        Table table = asking.ask("help", "command", "processes");

        assertEquals(List.of("processes", "user", "name", "session", "sort", "limit"), asking.column(table, "name"));
        assertEquals("memory | cpu | name | pid", asking.column(table, "values").get(4));
        assertEquals("Example: processes user=kevin.marchais sort=memory", table.note());
        assertTrue(asking.column(asking.ask("help", "command", "kill"), "meaning")
                .contains("the process's name, to be sure it is the right one"));
    }

    @Test
    void helpDoesNotTellAViewerOfAnAdministratorsCommands() {
        asking.role = Role.VIEWER;

        Refusal refusal = asking.refused("help", "command", "shutdown");

        assertEquals(Refusal.Reason.ITEM_NOT_FOUND, refusal.reason());
        assertTrue(refusal.getMessage().contains("shutdown"), refusal.getMessage());
    }

    @Test
    void settingsComeWithTheirSource() throws Exception {
        asking.settings.add(new SettingValue("xmpp.domain", "iut.rdz", "agent.toml:2"));

        assertEquals(
                List.of(List.of("xmpp.domain", "iut.rdz", "agent.toml:2")),
                asking.ask("settings").rows());
    }

    @Test
    void theLogIsFilteredByLevelAndText() throws Exception {
        asking.log.add(new LogLine(FakeHost.NOW, "info", "Link", "Signed in"));
        asking.log.add(new LogLine(FakeHost.NOW, "warn", "Link", "Connection reset"));
        asking.log.add(new LogLine(FakeHost.NOW, "error", "Journal", "Disk full"));

        assertEquals(3, asking.ask("log").rows().size());
        assertEquals(
                List.of("Connection reset", "Disk full"), asking.column(asking.ask("log", "level", "warn"), "line"));
        assertEquals(List.of("Signed in"), asking.column(asking.ask("log", "text", "SIGNED"), "line"));
        assertEquals(List.of("Disk full"), asking.column(asking.ask("log", "limit", 1L), "line"));
    }
}
