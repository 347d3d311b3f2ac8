package org.rollcall.agent.host.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;

/** On the machine that builds, whichever it is. */
class PortableHostTest {
    private final Host host = new PortableHost();
    private Process sleeper;

    @AfterEach
    void endTheSleeper() {
        if (sleeper != null) {
            sleeper.destroyForcibly();
        }
    }

    /** A process that waits for its input to end. */
    private HostProcess sleeper() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        sleeper = new ProcessBuilder(java.toString(), "-XX:+UseSerialGC", "-cp", classPath(), Sleeper.class.getName())
                .start();
        sleeper.getInputStream().read();
        return find(sleeper.pid());
    }

    private static String classPath() throws Exception {
        return Path.of(Sleeper.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    static final class Sleeper {
        public static void main(String[] args) throws IOException {
            System.out.write('!');
            System.out.flush();
            System.in.read();
        }
    }

    private HostProcess find(long pid) throws Exception {
        return host.processes().stream().filter(p -> p.pid() == pid).findFirst().orElseThrow();
    }

    @Test
    void thisVeryProcessIsListedWithItsOwnerMemoryAndStart() throws Exception {
        HostProcess self = find(ProcessHandle.current().pid());

        assertEquals(System.getProperty("user.name"), self.user());
        assertTrue(self.memory() > 1_000_000, "resident " + self.memory());
        assertTrue(self.threads() > 1, "threads " + self.threads());
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        assertTrue(
                Duration.between(started, self.started()).abs().compareTo(Duration.ofSeconds(2)) < 0,
                started + " and " + self.started());
    }

    @Test
    void theMachineHasANameABootTimeAndReadableSessions() throws Exception {
        assertFalse(host.name().isBlank());
        assertTrue(host.bootTime().isBefore(Instant.now()));
        assertNotNull(host.identity().macs());
        assertTrue(host.sessions().stream().noneMatch(s -> s.user().isBlank()));
    }

    @Test
    void theSheetTellsProcessorMemoryAndSystem() {
        HostSheet sheet = host.sheet();

        List<String> keys = sheet.facts().stream().map(HostSheet.Fact::key).collect(Collectors.toList());
        assertTrue(keys.containsAll(List.of("cpu.threads", "memory", "os", "boot")), keys.toString());
    }

    @Test
    void aProcessEndsByItsNumberAndName() throws Exception {
        HostProcess process = sleeper();

        host.actions().kill(process.pid(), null, process.name());

        assertTrue(sleeper.waitFor(5, TimeUnit.SECONDS));
    }

    @Test
    void aProcessEndsByItsNumberAndStart() throws Exception {
        HostProcess process = sleeper();

        host.actions().kill(process.pid(), process.started(), null);

        assertTrue(sleeper.waitFor(5, TimeUnit.SECONDS));
    }

    @Test
    void aNumberThatAnotherProcessHasByNowIsNotEnded() throws Exception {
        HostProcess process = sleeper();

        assertEquals(Reason.GONE, refused(process.pid(), null, "another"));
        assertEquals(Reason.GONE, refused(process.pid(), process.started().minusSeconds(60), null));
        assertTrue(sleeper.isAlive());
    }

    @Test
    void theAgentDoesNotEndItselfNorTheFirstProcessNorNobody() throws Exception {
        HostProcess self = find(ProcessHandle.current().pid());

        assertEquals(Reason.CRITICAL, refused(self.pid(), null, self.name()));
        assertEquals(Reason.GONE, refused(Integer.MAX_VALUE, null, "nobody"));
    }

    @Test
    void whatOnlyWindowsHasIsDeclinedByName() {
        ActionFailedException declined =
                assertThrows(ActionFailedException.class, () -> host.actions().shutdown(Duration.ZERO, "update"));

        assertEquals(Reason.UNSUPPORTED, declined.reason());
        assertTrue(declined.getMessage().startsWith("shutting down is done on Windows only"), declined.getMessage());
    }

    private Reason refused(long pid, Instant started, String name) {
        return assertThrows(ActionFailedException.class, () -> host.actions().kill(pid, started, name))
                .reason();
    }
}
