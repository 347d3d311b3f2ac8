package org.rollcall.agent.host.windows.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.HostProcess;

class ProcessEnderTest {
    private static final Instant STARTED = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final long OWN = 77;

    private final List<String> calls = new ArrayList<>();
    private boolean critical;
    private boolean refused;
    private final ProcessEnder ender = new ProcessEnder(this::open, () -> List.of(process(444, "WINWORD.EXE")), OWN);

    @Test
    void theOneThatIsMeantIsEndedWhileItIsHeld() throws ActionFailedException {
        ender.end(444, null, "winword.exe");
        ender.end(444, STARTED.minusMillis(123), null);

        assertEquals(List.of("open 444", "terminate", "close", "open 444", "terminate", "close"), calls);
    }

    @Test
    void aReusedPidIsLeftAlone() {
        assertEquals(Reason.GONE, reason(444, null, "calc.exe"));
        assertEquals(Reason.GONE, reason(444, STARTED.minusSeconds(2), null));
        assertEquals(Reason.GONE, reason(445, null, "calc.exe"));
        assertEquals(List.of("open 444", "close", "open 444", "close", "open 445", "close"), calls);
    }

    @Test
    void whatWindowsNeedsIsRefused() {
        critical = true;

        assertEquals(Reason.CRITICAL, reason(444, null, "WINWORD.EXE"));
        assertEquals(Reason.CRITICAL, reason(4, null, "System"));
        assertEquals(Reason.CRITICAL, reason(0, null, "System Idle Process"));
        assertEquals(List.of("open 444", "close"), calls);
    }

    @Test
    void theAgentDoesNotEndItself() {
        assertEquals(Reason.CRITICAL, reason(OWN, null, "java.exe"));
        assertEquals(List.of(), calls);
    }

    @Test
    void whereEvenTheServiceIsRefusedItIsProtected() {
        refused = true;

        assertEquals(Reason.PROTECTED, reason(444, null, "WINWORD.EXE"));
    }

    private Reason reason(long pid, Instant started, String name) {
        return assertThrows(ActionFailedException.class, () -> ender.end(pid, started, name))
                .reason();
    }

    private ProcessHandles.Opened open(long pid) throws ActionFailedException {
        if (refused) {
            throw WindowsError.failure("process " + pid, 5);
        }
        calls.add("open " + pid);
        return new ProcessHandles.Opened() {
            @Override
            public boolean isCritical() {
                return critical;
            }

            @Override
            public void terminate() {
                calls.add("terminate");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };
    }

    private static HostProcess process(long pid, String name) {
        return new HostProcess(pid, 4, name, null, null, 1, 0, Duration.ZERO, STARTED, 1, "running");
    }
}
