package org.rollcall.tests.msi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.tests.wine.AgentAtCentral;
import org.rollcall.tests.wine.WindowsPc;

/** The package's life on a Windows PC: installed, stopped and started, upgraded, repaired, and gone. */
class MsiLifeIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SERVICE = Installation.SERVICE;
    private static final String SETTINGS = "HKLM\\SOFTWARE\\Rollcall";
    private static final String KEVIN = "session id=1 user=kevin.marchais domain=IUT logon=1790000000 station=Console";
    private static final String ANNA = "session id=2 user=anna.lind domain=IUT logon=1790000100 station=Console";
    private static final String CHECK = "C:\\Program Files\\Rollcall\\bin\\rollcall.cmd";
    private static final String SECRET = "fkq7Wz-secret";
    /** Windows Installer's ERROR_INSTALL_FAILURE, of which Wine gives the last eight bits. */
    private static final int REFUSED = 1603 & 0xFF;

    private final XmppServer server = ServerKind.PROSODY.shared();
    private final String machine = Names.machine();

    @Test
    void fromTheFirstInstallationToTheLastTrace() throws IOException {
        try (WindowsPc pc = new WindowsPc();
                AgentAtCentral central = new AgentAtCentral(server, machine)) {
            Path installed = Installation.folder(pc);
            Path data = Installation.data(pc);
            pc.bench().scenario().play(KEVIN);

            assertEquals(0, Installation.install(pc, server, machine, central, "ENROL_SECRET=" + SECRET));
            assertEquals("RUNNING", pc.serviceState(SERVICE));
            assertTrue(Files.exists(installed.resolve("jre/bin/server/jvm.dll")));
            awaitPresence(central, "version=\"1.0.0\"", "kevin.marchais");
            Await.until("the logon", SOON, () -> central.events().contains("logon kevin.marchais"));
            String log = logged(pc.log("install.log"));
            assertTrue(log.contains("xmpp.domain"), "the log tells what was written");
            assertFalse(log.contains(SECRET), "the log is free of secrets");
            assertTrue(pc.registry(SETTINGS + "\\Enrolment").contains(SECRET));
            String settings = pc.registry(SETTINGS);
            String check = pc.bench().wine("cmd", "/c", CHECK, "check-config");
            assertTrue(check.contains("ok       The XMPP server is reached"), check);
            assertFalse(check.contains(SECRET), check);

            // What happens while central is away and the service is not running is not lost.
            String identity = text(data.resolve("identity"));
            central.leave();
            pc.stopService(SERVICE);
            pc.bench().scenario().play(KEVIN, ANNA);
            pc.startService(SERVICE);
            central.signIn();
            awaitPresence(central, "version=\"1.0.0\"", "anna.lind");
            Await.until("the second logon", SOON, () -> central.events().contains("logon anna.lind"));

            central.leave();
            // Under Wine the installer does not wait for a service to end.
            pc.stopService(SERVICE);
            pc.bench().scenario().play(ANNA);
            assertEquals(0, pc.msiexec("upgrade.log", "/i", Installation.msi("1.0.1")));
            assertEquals("RUNNING", pc.serviceState(SERVICE));
            central.signIn();
            awaitPresence(central, "version=\"1.0.1\"", "anna.lind");
            Await.until("the logoff", SOON, () -> central.events().contains("logoff kevin.marchais"));
            assertEquals(
                    1,
                    times(central.events(), "logoff kevin.marchais"),
                    central.events().toString());
            assertEquals(settings, pc.registry(SETTINGS), "settings are kept");
            assertEquals(identity, text(data.resolve("identity")), "the machine is the same");

            pc.stopService(SERVICE);
            assertEquals(REFUSED, pc.msiexec("downgrade.log", "/i", Installation.msi("1.0.0")));

            Path jar = installed.resolve("lib/rollcall-agent.jar");
            Files.delete(jar);
            assertEquals(
                    0,
                    pc.msiexec("repair.log", "/i", Installation.msi("1.0.1"), "REINSTALL=ALL", "REINSTALLMODE=amus"));
            assertTrue(Files.exists(jar), "what was deleted is back");
            awaitPresence(central, "version=\"1.0.1\"", "anna.lind");
            assertEquals(settings, pc.registry(SETTINGS), "settings are kept");

            pc.stopService(SERVICE);
            assertEquals(0, pc.msiexec("uninstall.log", "/x", Installation.msi("1.0.1")));
            assertEquals("", pc.serviceState(SERVICE));
            assertFalse(Files.exists(installed), "no file is left");
            for (String key : List.of(
                    SETTINGS,
                    "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Rollcall",
                    "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\Rollcall",
                    "HKLM\\SOFTWARE\\Wow6432Node\\Apache Software Foundation")) {
                assertEquals("", pc.registry(key), "no key is left");
            }
            keepLog(data);
        }
    }

    private static void awaitPresence(AgentAtCentral central, String... parts) {
        Await.until(
                "a presence with " + List.of(parts),
                SOON,
                () -> Stream.of(parts).allMatch(part -> central.presence().contains(part)));
    }

    private static long times(List<String> events, String event) {
        return events.stream().filter(event::equals).count();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** Without the list of properties at the end: Wine hides none, Windows those of MsiHiddenProperties. */
    private static String logged(Path log) throws IOException {
        return text(log)
                .lines()
                .filter(line -> !line.startsWith("Property(S): "))
                .collect(Collectors.joining("\n"));
    }

    private static void keepLog(Path data) throws IOException {
        Path log = data.resolve("logs/agent.log");
        if (Files.exists(log)) {
            Files.copy(log, Project.kept("msi").resolve("agent.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
