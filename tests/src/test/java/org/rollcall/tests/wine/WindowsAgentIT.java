package org.rollcall.tests.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.ServerKind;

/** What happens at a Windows PC reaches the central JID, as presence and as events. */
class WindowsAgentIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private static final String KEVIN = "session id=1 user=kevin.marchais domain=IUT logon=1790000000 station=Console";
    private static final String ANNA = "session id=2 user=anna.lind domain=IUT logon=1790000100 station=Console";
    private static final String PIOTR = "session id=3 user=piotr domain=IUT logon=1790000200 protocol=2 client=THIN7"
            + " address=10.2.3.26 station=RDP-Tcp#3";
    private static final String LEFT = " state=4";
    private static final String LOCKED = " lock=0";

    /** What is played, and the events that it makes. */
    private record Step(List<String> events, String presence, String... scenario) {}

    private static final List<Step> DAY = List.of(
            new Step(List.of("logon kevin.marchais"), "user=\"kevin.marchais\"", KEVIN),
            new Step(List.of("lock kevin.marchais"), "locked=\"true\"", KEVIN + LOCKED),
            new Step(List.of("unlock kevin.marchais"), "locked=\"false\"", KEVIN),
            new Step(List.of("disconnect kevin.marchais", "logon anna.lind"), "user=\"anna.lind\"", KEVIN + LEFT, ANNA),
            new Step(List.of("connect kevin.marchais", "disconnect anna.lind"), "disconnected", KEVIN, ANNA + LEFT),
            new Step(List.of("logoff anna.lind"), "kevin.marchais", KEVIN),
            new Step(List.of("lock kevin.marchais", "logon piotr"), "kind=\"rdp\"", KEVIN + LOCKED, PIOTR),
            new Step(List.of("disconnect piotr"), "user=\"piotr\"", KEVIN + LOCKED, PIOTR + LEFT),
            new Step(List.of("connect piotr"), "user=\"piotr\"", KEVIN + LOCKED, PIOTR),
            new Step(List.of("logoff kevin.marchais"), "user=\"piotr\"", PIOTR),
            new Step(List.of("logoff piotr"), "show=xa "));

    @ParameterizedTest
    @EnumSource
    void aDayReachesCentralByNotification(ServerKind kind) {
        // Polling alone would take ten minutes for each step.
        try (WindowsAgent agent = new WindowsAgent(kind.shared(), "10m")) {
            live(agent);

            assertTrue(agent.bench().record().contains("WTSRegisterSessionNotification flags=1 window=1 done"));
        }
    }

    @Test
    void aDayReachesCentralByPollingAlone() {
        try (WindowsAgent agent =
                new WindowsAgent(ServerKind.PROSODY.shared(), "500ms", "register refuse", "notify never")) {
            live(agent, "register refuse", "notify never");

            assertTrue(agent.bench().record().stream()
                    .allMatch(line -> line.equals("WTSRegisterSessionNotification flags=1 window=1 refused")));
        }
    }

    @Test
    void halfAMinuteOfFailingReadingsLogsNobodyOff() {
        try (WindowsAgent agent = new WindowsAgent(ServerKind.PROSODY.shared(), "500ms", KEVIN)) {
            Await.until("the logon", SOON, () -> agent.events().contains("logon kevin.marchais"));
            Await.until("the presence", SOON, () -> agent.presence().contains("kevin.marchais"));
            String presence = agent.presence();
            long began = System.nanoTime();
            agent.bench().scenario().play("readings fail");

            Await.until("the end of the outage", OUTAGE.plus(SOON), () -> {
                assertEquals(List.of("start", "logon kevin.marchais"), agent.events());
                assertEquals(presence, agent.presence());
                return System.nanoTime() - began > OUTAGE.toNanos();
            });
            agent.bench().scenario().play(KEVIN + LOCKED);

            Await.until(
                    "the lock",
                    SOON,
                    () -> agent.events().equals(List.of("start", "logon kevin.marchais", "lock kevin.marchais")));
        }
    }

    @Test
    void hostileNamesReachCentralAndTheLinkStaysUp() {
        try (WindowsAgent agent = new WindowsAgent(ServerKind.PROSODY.shared(), "10m")) {
            Await.until("the first presence", SOON, () -> agent.presence().contains("show=xa "));
            long gone = agent.timesGone();
            agent.bench()
                    .scenario()
                    .play(
                            "session id=8 user=a\\u0001b\\ud800c\\u0009d\\uffffe\\u000af domain=\\udc00 logon=1790000000");

            Await.until("the logon", SOON, () -> agent.events().contains("logon a\uFFFDb\uFFFDc d\uFFFDe f"));
            Await.until("the presence", SOON, () -> agent.presence().contains("a\uFFFDb\uFFFDc d\uFFFDe f"));
            agent.bench().scenario().play(KEVIN);
            Await.until("the next logon", SOON, () -> agent.events().contains("logon kevin.marchais"));
            assertEquals(gone, agent.timesGone(), "the server closed no stream");
        }
    }

    @Test
    void ordersAndQuestionsOfCentralReachWindows() {
        try (WindowsAgent agent = new WindowsAgent(ServerKind.PROSODY.shared(), "10m", KEVIN)) {
            Await.until("the logon", SOON, () -> agent.events().contains("logon kevin.marchais"));

            agent.ask("set", "message", "session", "1", "text", "On ferme à 18 h");
            agent.ask("set", "disconnect", "session", "1");
            agent.ask("set", "logoff", "session", "1");

            List<String> asked = agent.bench().record().stream()
                    .filter(line -> !line.startsWith("WTSRegister"))
                    .toList();
            assertEquals(3, asked.size(), asked.toString());
            assertTrue(asked.get(0).startsWith("WTSSendMessage server=0 session=1 title="), asked.get(0));
            assertTrue(asked.get(0).contains("message=\"On ferme à 18 h\""), asked.get(0));
            assertTrue(asked.get(0).endsWith("wait=0"), asked.get(0));
            assertEquals("WTSDisconnectSession server=0 session=1 wait=0", asked.get(1));
            assertEquals("WTSLogoffSession server=0 session=1 wait=0", asked.get(2));
            assertTrue(agent.ask("get", "sessions").contains("kevin.marchais"));
            assertTrue(agent.ask("get", "processes", "name", "java.exe").contains("java.exe\t"));
            assertTrue(agent.ask("get", "host").contains("notifications\tnotifications"), "how changes are noticed");
        }
    }

    private static void live(WindowsAgent agent, String... always) {
        List<String> expected = new ArrayList<>(List.of("start"));
        for (Step step : DAY) {
            List<String> scenario = new ArrayList<>(List.of(always));
            scenario.addAll(List.of(step.scenario()));
            agent.bench().scenario().play(scenario.toArray(String[]::new));
            expected.addAll(step.events());
            Await.until(
                    expected + " but it is " + agent.events(),
                    SOON,
                    () -> agent.events().size() >= expected.size());
            assertEquals(expected, agent.events());
            Await.until(
                    "a presence with " + step.presence(),
                    SOON,
                    () -> agent.presence().contains(step.presence()));
        }
        assertEquals(
                IntStream.rangeClosed(1, expected.size()).boxed().toList(), agent.numbers(), "each once and in order");
    }
}
