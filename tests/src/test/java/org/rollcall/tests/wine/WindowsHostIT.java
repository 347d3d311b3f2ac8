package org.rollcall.tests.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;

/** What the agent reads from Windows and does to it; processes are Wine's real ones. */
class WindowsHostIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String KEVIN = "session id=1 user=kevin.marchais domain=IUT logon=1790000000";
    private static final String LOGON_UI =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI\\SessionData\\";

    private static WineBench bench;
    private static ProbedHost host;

    @BeforeAll
    static void start() {
        bench = new WineBench();
        logonUi(1, "IUT\\kevin.marchais", "S-1-5-21-1-2-3-1104", "Kévin Marchais");
        logonUi(5, "AUTORITE NT\\Système", "S-1-5-18", "");
        host = new ProbedHost(bench);
    }

    @AfterAll
    static void stop() {
        host.close();
        bench.close();
    }

    @BeforeEach
    void nobody() {
        bench.scenario().play();
    }

    private static void logonUi(int session, String account, String sid, String name) {
        String key = LOGON_UI + session;
        bench.wine("reg", "add", key, "/v", "LoggedOnSAMUser", "/d", account, "/f");
        bench.wine("reg", "add", key, "/v", "LoggedOnUserSID", "/d", sid, "/f");
        bench.wine("reg", "add", key, "/v", "LoggedOnDisplayName", "/d", name, "/f");
    }

    @Test
    void aPersonAtTheConsoleIsReadWhole() {
        bench.scenario().play(KEVIN);

        JsonObject session = only();

        assertEquals(
                "{\"id\":1,\"user\":\"kevin.marchais\",\"domain\":\"IUT\",\"sid\":\"S-1-5-21-1-2-3-1104\","
                        + "\"fullName\":\"Kévin Marchais\",\"state\":\"ACTIVE\",\"kind\":\"CONSOLE\","
                        + "\"logonTime\":\"2026-09-21T14:13:20Z\",\"locked\":false,\"idleSince\":null,"
                        + "\"clientName\":null,\"clientAddress\":null}",
                session.toString());
    }

    @Test
    void nobodyIsNobodyThoughWindowsListsThreeSessions() {
        assertEquals(0, host.ask("sessions").getAsJsonArray().size());
    }

    @Test
    void theLockHasThreeValues() {
        bench.scenario().play(KEVIN + " lock=0");
        assertTrue(only().get("locked").getAsBoolean());
        bench.scenario().play(KEVIN + " lock=-1");
        assertTrue(only().get("locked").isJsonNull());
    }

    @Test
    void underFastUserSwitchingTheActiveOneIsToldApart() {
        bench.scenario().play(KEVIN + " state=4", "session id=2 user=anna.lind domain=IUT logon=1790000100");

        assertEquals(
                List.of("kevin.marchais DISCONNECTED", "anna.lind ACTIVE"),
                list(host.ask("sessions")).stream()
                        .map(each -> text(each, "user") + " " + text(each, "state"))
                        .toList());
    }

    @Test
    void anRdpClientIsReadWithItsAddressAndLastInput() {
        bench.scenario()
                .play("session id=3 user=piotr domain=IUT protocol=2 logon=1790000000 input=1790000300 now=1790000900"
                        + " client=THIN7 address=10.2.3.26");

        JsonObject session = only();

        assertEquals("RDP", text(session, "kind"));
        assertEquals("THIN7", text(session, "clientName"));
        assertEquals("10.2.3.26", text(session, "clientAddress"));
        assertEquals("2026-09-21T14:18:20Z", text(session, "idleSince"));
    }

    @Test
    void aNameOfMoreThanTwentyCharactersIsWhole() {
        bench.scenario().play("session id=4 user=jean-christophe.de-la-tour-d'auvergne logon=1790000000");

        assertEquals("jean-christophe.de-la-tour-d'auvergne", text(only(), "user"));
    }

    @Test
    void localisedSystemAccountsAreNobodyByTheirSid() {
        bench.scenario().play("session id=5 user=Système domain=AUTORITE\\u0020NT logon=1790000000");

        assertEquals(0, host.ask("sessions").getAsJsonArray().size());
    }

    @Test
    void theSidComesFromTheSessionsTokenWhereWindowsGivesIt() {
        bench.scenario().play("session id=6 user=somebody token=self logon=1790000000");

        assertTrue(text(only(), "sid").matches("S-1-5-21-\\d+-\\d+-\\d+-\\d+"), only().toString());
    }

    @Test
    void hostileNamesAreCleanedOnTheWayIn() {
        bench.scenario().play("session id=8 user=a\\u0001b\\ud800c\\u0009d\\uffffe logon=1790000000");

        assertEquals("a\uFFFDb\uFFFDc d\uFFFDe", text(only(), "user"));
    }

    @Test
    void aReadingThatFailsIsAFailureAndNotAnEmptyList() {
        bench.scenario().play(KEVIN, "readings fail");
        assertEquals(
                "WTSEnumerateSessions failed: Windows error 1722",
                host.reply("sessions").get("failed").getAsString());

        bench.scenario().play(KEVIN);
        assertEquals("kevin.marchais", text(only(), "user"));
    }

    @Test
    void processesAreTheRealOnes() {
        long pid = host.ask("pid").getAsLong();
        List<JsonObject> processes = list(host.ask("processes"));

        JsonObject own = find(processes, each -> each.get("pid").getAsLong() == pid);
        assertEquals("java.exe", text(own, "name"));
        assertTrue(own.get("memory").getAsLong() > 10_000_000, own.toString());
        assertTrue(own.get("threads").getAsInt() > 5, own.toString());
        assertTrue(own.get("cpu").getAsLong() > 0, own.toString());
        assertFalse(own.get("user").isJsonNull(), own.toString());
        Duration age = Duration.between(Instant.parse(text(own, "started")), Instant.now());
        assertTrue(!age.isNegative() && age.toMinutes() < 10, own.toString());
        Set<String> names = processes.stream().map(each -> text(each, "name")).collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of("services.exe", "explorer.exe")), names.toString());
    }

    @Test
    void aProcessIsEndedWhenItIsTheOneThatIsMeant() {
        bench.start("cmd", "/c", "ping -n 300 127.0.0.1 >NUL");
        JsonObject cmd = Await.value(
                "cmd.exe",
                SOON,
                () -> list(host.ask("processes")).stream()
                        .filter(each -> text(each, "name").equalsIgnoreCase("cmd.exe"))
                        .findFirst()
                        .orElse(null));
        String pid = text(cmd, "pid");

        assertEquals("GONE", text(host.reply("kill", pid, "calc.exe"), "refused"));
        assertEquals("done", host.ask("kill", pid, "cmd.exe").getAsString());
        Await.until(
                "its end",
                SOON,
                () -> list(host.ask("processes")).stream()
                        .noneMatch(each -> text(each, "pid").equals(pid)));
        assertEquals("GONE", text(host.reply("kill", pid, "cmd.exe"), "refused"));
        assertEquals("CRITICAL", text(host.reply("kill", text(host.ask("pid")), "java.exe"), "refused"));
    }

    @Test
    void actionsReachWindowsWithTheRightArguments() {
        bench.scenario().play(KEVIN);
        int before = bench.record().size();

        host.ask("message", "1", "Salle A201", "On ferme à 18 h \\ merci");
        host.ask("disconnect", "1");
        host.ask("logoff", "1");

        assertEquals(
                List.of(
                        "WTSSendMessage server=0 session=1 title=\"Salle A201\" message=\"On ferme à 18 h \\\\ merci\""
                                + " style=10040 timeout=0 wait=0",
                        "WTSDisconnectSession server=0 session=1 wait=0",
                        "WTSLogoffSession server=0 session=1 wait=0"),
                bench.record().subList(before, before + 3));
        assertEquals("GONE", text(host.reply("logoff", "0"), "refused"));
        assertEquals(before + 3, bench.record().size());
    }

    /** Wine cannot restart: that it was asked, with the privilege that this needs, shows in whose error is told. */
    @Test
    void aRestartIsAskedOfWindowsAndItsRefusalTold() {
        JsonObject reply = host.reply("restart", "Mise à jour");

        assertEquals("FAILED", text(reply, "refused"));
        assertEquals("the restart: Windows error 120", text(reply, "text"), "ERROR_CALL_NOT_IMPLEMENTED");
    }

    @Test
    void windowsNotifiesOfEachChange() {
        assertEquals("notifications", host.ask("notifications").getAsString());
        assertTrue(bench.record().contains("WTSRegisterSessionNotification flags=1 window=1 done"));
        // The double looks every 50 ms: what this test changes must not be taken for what another one changed.
        for (String line : List.of(KEVIN, KEVIN + " lock=0", KEVIN + " state=4", "")) {
            int before = host.changes();
            bench.scenario().play(line);
            Await.until("a notification of " + line, SOON, () -> host.changes() > before);
        }
    }

    @Test
    void aRefusedRegistrationIsTriedAgain() {
        try (WineBench other = new WineBench()) {
            other.scenario().play("register refuse");
            try (ProbedHost late = new ProbedHost(other)) {
                Await.until(
                        "the refusal",
                        SOON,
                        () -> text(late.ask("notifications")).startsWith("polling: Windows refused to notify"));
                other.scenario().play(KEVIN);
                Await.until(
                        "the registration",
                        Duration.ofSeconds(20),
                        () -> text(late.ask("notifications")).equals("notifications"));
            }
        }
    }

    @Test
    void theComputerTellsItsNameItsBootAndWhatItIs() {
        assertFalse(text(host.ask("name")).isBlank());
        assertTrue(Instant.parse(text(host.ask("boot"))).isBefore(Instant.now()));
        assertTrue(host.ask("identity").getAsJsonObject().get("macs").isJsonArray());
    }

    @Test
    void theSheetHasWhatCanBeReadWhateverElseFails() {
        Set<String> keys = list(host.ask("sheet")).stream()
                .map(each -> text(each, "group") + "/" + text(each, "key"))
                .collect(Collectors.toSet());

        assertTrue(keys.containsAll(Set.of("hardware/cpu", "hardware/memory", "system/os", "system/boot")), "" + keys);
    }

    @Test
    void theRootsOfTheLocalMachineAreRead() {
        assertTrue(host.ask("roots").getAsJsonArray().size() > 10, "Wine fills the store from Debian's CAs");
    }

    private static JsonObject only() {
        JsonArray sessions = host.ask("sessions").getAsJsonArray();
        assertEquals(1, sessions.size(), sessions.toString());
        return sessions.get(0).getAsJsonObject();
    }

    private static List<JsonObject> list(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static JsonObject find(List<JsonObject> all, Predicate<JsonObject> which) {
        return all.stream().filter(which).findFirst().orElseThrow(() -> new AssertionError(all.toString()));
    }

    private static String text(JsonElement value) {
        return value.getAsString();
    }

    private static String text(JsonObject object, String key) {
        return object.get(key).getAsString();
    }
}
