package org.rollcall.agent.host.windows.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureActionsTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void theServiceIsStartedAnewAfterFiveSecondsThirtySecondsAndFiveMinutes() {
        new FailureActions(new Recording(0)).set("Rollcall");

        assertEquals(List.of("Rollcall restart [PT5S, PT30S, PT5M] reset PT24H", "Rollcall also without crash"), asked);
    }

    @Test
    void aRefusalIsNoReasonNotToStart() {
        new FailureActions(new Recording(5)).set("Rollcall");
        new FailureActions(new Recording(1060)).set("Rollcall");

        assertEquals(2, asked.size());
    }

    private final class Recording implements ServiceControl {
        private final int error;

        Recording(int error) {
            this.error = error;
        }

        @Override
        public int restartAfter(String service, List<Duration> delays, Duration reset) {
            asked.add(service + " restart " + delays + " reset " + reset);
            return error;
        }

        @Override
        public int actAlsoWithoutCrash(String service) {
            asked.add(service + " also without crash");
            return error;
        }
    }
}
