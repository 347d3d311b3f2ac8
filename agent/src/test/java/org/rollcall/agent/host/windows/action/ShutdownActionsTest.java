package org.rollcall.agent.host.windows.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.windows.bindings.UnusedAdvapi;

class ShutdownActionsTest {
    private final List<String> calls = new ArrayList<>();
    private int error;
    private final ShutdownActions actions =
            new ShutdownActions(new RecordingAdvapi(), () -> error, () -> calls.add("privilege"));

    @Test
    void aRestartForcesWhoIsLoggedOnAndSaysThatItIsPlanned() throws ActionFailedException {
        actions.restart(Duration.ofMinutes(2), "Mise à jour");

        assertEquals(List.of("privilege", "initiate Mise à jour 120 flags=7 reason=80000000"), calls);
    }

    @Test
    void aShutdownPowersOffAndIsNotFastStartupsHibernation() throws ActionFailedException {
        actions.powerOff(Duration.ZERO, "");

        assertEquals(List.of("privilege", "initiate null 0 flags=b reason=80000000"), calls);
    }

    @Test
    void aPendingOneIsTakenBack() throws ActionFailedException {
        actions.cancel();

        assertEquals(List.of("privilege", "abort"), calls);
    }

    @Test
    void windowsReasonsAreTold() {
        error = 1116;
        assertEquals(Reason.GONE, reason(actions::cancel));
        error = 1190;
        assertEquals(Reason.FAILED, reason(() -> actions.restart(Duration.ZERO, "")));
        error = 5;
        assertEquals(Reason.PROTECTED, reason(() -> actions.powerOff(Duration.ZERO, "")));
    }

    private static Reason reason(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(ActionFailedException.class, action).reason();
    }

    private final class RecordingAdvapi extends UnusedAdvapi {
        @Override
        public int InitiateShutdown(
                String lpMachineName, String lpMessage, int dwGracePeriod, int dwShutdownFlags, int dwReason) {
            calls.add("initiate " + lpMessage + " " + dwGracePeriod + " flags=" + Integer.toHexString(dwShutdownFlags)
                    + " reason=" + Integer.toHexString(dwReason));
            return error;
        }

        @Override
        public boolean AbortSystemShutdown(String lpMachineName) {
            calls.add("abort");
            return error == 0;
        }
    }
}
