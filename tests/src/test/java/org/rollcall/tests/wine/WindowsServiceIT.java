package org.rollcall.tests.wine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.log.EventId;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

/** The service's life on a Windows PC: waiting, working, stopping, and ending by a fault. */
class WindowsServiceIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void itWaitsForSettingsWorksAndSaysGoodbyeInTime() {
        XmppServer server = ServerKind.PROSODY.shared();
        String machine = Names.machine();
        String account = Names.person();
        server.createAccounts(Map.of(machine, "m", account, "c"));
        try (Slixmpp central = central(server, account);
                ServicePc pc = new ServicePc()) {
            pc.start();
            pc.awaitLog("Waiting for settings that work: xmpp.domain is not set");

            pc.settings(settings(server, machine, account));
            Await.until(
                    "the start, with the log " + pc.log(),
                    SOON,
                    () -> kinds(central).contains("start"));
            Process second = pc.another();
            assertEquals(2, ServicePc.exitCode(second), "a second instance is refused");
            assertTrue(Files.exists(pc.folder().resolve("running")));

            pc.order("stop");
            assertEquals(0, pc.exitCode());
            Await.until("the stop", SOON, () -> kinds(central).equals(List.of("start", "stop")));
            assertTrue(pc.log().contains("Rollcall agent stopped"), pc.log());
            assertFalse(pc.log().contains("did not stop in time"), pc.log());
            assertFalse(Files.exists(pc.folder().resolve("running")));
        }
    }

    @Test
    void aWorkerThatDiesEndsTheProcessAndTheNextStartIsClean() {
        XmppServer server = ServerKind.PROSODY.shared();
        String machine = Names.machine();
        String account = Names.person();
        server.createAccounts(Map.of(machine, "m", account, "c"));
        try (Slixmpp central = central(server, account);
                ServicePc pc = new ServicePc()) {
            pc.settings(settings(server, machine, account));
            pc.start();
            Await.until(
                    "the start, with the log " + pc.log(),
                    SOON,
                    () -> kinds(central).contains("start"));

            pc.order("kill rollcall-watch");
            assertEquals(70, pc.exitCode());
            assertTrue(
                    pc.log().contains("The agent ends, to be started anew: the thread rollcall-watch died"), pc.log());

            pc.start();
            Await.until("the next start", SOON, () -> kinds(central).equals(List.of("start", "start")));
            pc.awaitLog("ended without a stop");

            pc.order("hoard");
            assertEquals(3, pc.exitCode());

            pc.start();
            Await.until("the last start", SOON, () -> kinds(central).equals(List.of("start", "start", "start")));
            pc.order("stop");
            assertEquals(0, pc.exitCode());
        }
    }

    @Test
    void whatItAsksOfWindowsBesideItsWork() throws IOException {
        try (ServicePc pc = new ServicePc()) {
            pc.bench().recordAdvapi();
            pc.bench().wine("sc", "create", "Rollcall", "binPath=", "C:\\none.exe");
            // Somebody was there first.
            Files.createDirectories(pc.folder());
            pc.start();
            pc.awaitLog("Waiting for settings");
            pc.order("stop");
            assertEquals(0, pc.exitCode());

            List<String> asked = pc.bench().record();
            assertEquals(
                    List.of(
                            "ChangeServiceConfig2 failure actions=3 reset=86400",
                            "  action type=1 delay=5000",
                            "  action type=1 delay=30000",
                            "  action type=1 delay=300000",
                            "ChangeServiceConfig2 failure actions flag=1"),
                    asked.stream()
                            .filter(line -> line.startsWith("ChangeService") || line.startsWith("  "))
                            .toList());
            List<String> events = asked.stream()
                    .filter(line -> line.startsWith("ReportEvent"))
                    .toList();
            assertEquals(1, events.size(), asked + pc.log());
            assertTrue(
                    events.get(0).startsWith("ReportEvent type=2 category=0 id=80000014 strings=1 data=0 \"Waiting"),
                    events.get(0));
            assertEquals(
                    List.of(
                            "SetFileSecurity \"C:\\\\ProgramData\\\\Rollcall\" parts=80000005"
                                    + " O:BAD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)",
                            "SetNamedSecurityInfo \"C:\\\\ProgramData\\\\Rollcall\" type=1 parts=80000004 entries=2"),
                    asked.stream().filter(line -> line.startsWith("Set")).toList());
            assertTrue(Files.isRegularFile(pc.folder().resolve("logs/agent.log")));
        }
    }

    @Test
    void windowsFindsTheTextOfEachEventInEnglishAndInFrench() throws IOException {
        Path source = Project.root().resolve("installer/windows/events");
        try (WineBench bench = new WineBench()) {
            Path dll = bench.folder().resolve("rollcall-events.dll");
            Commands.run(SOON, Map.of(), List.of(source.resolve("build") + "", "" + dll));
            Path told = bench.folder().resolve("told.txt");
            Process probe = bench.java(
                    "events.log",
                    EventTextsProbe.class.getName(),
                    WineBench.windowsPath(dll),
                    WineBench.windowsPath(told));
            assertEquals(0, ServicePc.exitCode(probe));

            Matcher text = Pattern.compile("Language=\\w+\n(.+)\n")
                    .matcher(Files.readString(source.resolve("rollcall-events.mc")));
            List<String> expected = new ArrayList<>();
            while (text.find()) {
                expected.add(text.group(1).replace("%n", "|").replace("%1", "the line"));
            }
            assertEquals(2 * EventId.values().length, expected.size());
            assertEquals(expected, Files.readAllLines(told));
        }
    }

    private static Slixmpp central(XmppServer server, String account) {
        Slixmpp central = Slixmpp.signIn(server, account, "central", "c");
        central.call("central");
        central.available();
        return central;
    }

    private static String[] settings(XmppServer server, String machine, String account) {
        return new String[] {
            "[xmpp]",
            "domain = '" + server.domain() + "'",
            "host = '127.0.0.1'",
            "port = " + server.port(),
            "user = '" + machine + "'",
            "password = 'm'",
            "ca-file = '" + WineBench.windowsPath(server.ca().caFile()) + "'",
            "[central]",
            "jid = '" + account + "@" + server.domain() + "'"
        };
    }

    private static List<String> kinds(Slixmpp central) {
        return StreamSupport.stream(central.call("events").getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(event -> event.get("kind").getAsString())
                .toList();
    }
}
