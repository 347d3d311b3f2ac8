package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.link.Heartbeat.Step;

class HeartbeatTest {
    private static final long SECOND = 1_000_000_000L;
    private final Heartbeat heartbeat = new Heartbeat(Duration.ofSeconds(20), Duration.ofSeconds(8));

    @Test
    void aStreamThatSpeaksIsLeftAlone() {
        assertEquals(waitSeconds(15), heartbeat.next(100 * SECOND, 95 * SECOND));
    }

    @Test
    void aSilentStreamIsPingedAndAnAnswerMakesItWell() {
        assertEquals(pingAndWait(), heartbeat.next(100 * SECOND, 80 * SECOND));
        assertEquals(waitSeconds(5), heartbeat.next(103 * SECOND, 80 * SECOND));
        assertEquals(waitSeconds(19), heartbeat.next(104 * SECOND, 103 * SECOND));
    }

    @Test
    void noAnswerInTimeMeansLost() {
        assertEquals(pingAndWait(), heartbeat.next(100 * SECOND, 80 * SECOND));
        assertEquals(new Step(false, true, Duration.ZERO), heartbeat.next(108 * SECOND, 80 * SECOND));
    }

    @Test
    void aTimeSourceThatPassesItsLargestValueChangesNothing() {
        long end = Long.MAX_VALUE;
        assertEquals(pingAndWait(), heartbeat.next(end + 10 * SECOND, end - 10 * SECOND));
        assertEquals(waitSeconds(19), heartbeat.next(end + 12 * SECOND, end + 11 * SECOND));
    }

    private static Step waitSeconds(long seconds) {
        return new Step(false, false, Duration.ofSeconds(seconds));
    }

    private static Step pingAndWait() {
        return new Step(true, false, Duration.ofSeconds(8));
    }
}
