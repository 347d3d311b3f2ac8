package org.rollcall.xmpp.link;

import java.time.Duration;

/** When to ping a silent stream, and when to take it for lost; all times in nanoseconds of one source. */
final class Heartbeat {

    /** @param pause until the next step, unless something happens before */
    record Step(boolean ping, boolean lost, Duration pause) {}

    private final long every;
    private final long timeout;
    private boolean asked;
    private long askedAt;

    Heartbeat(Duration every, Duration timeout) {
        this.every = every.toNanos();
        this.timeout = timeout.toNanos();
    }

    /** Any stanza is a sign of life, not the ping's answer alone. */
    Step next(long now, long lastHeard) {
        if (asked && lastHeard - askedAt >= 0) {
            asked = false;
        }
        if (asked) {
            long waited = now - askedAt;
            return waited >= timeout ? new Step(false, true, Duration.ZERO) : waiting(timeout - waited);
        }
        long silent = now - lastHeard;
        if (silent < every) {
            return waiting(every - silent);
        }
        asked = true;
        askedAt = now;
        return new Step(true, false, Duration.ofNanos(timeout));
    }

    private static Step waiting(long nanos) {
        return new Step(false, false, Duration.ofNanos(nanos));
    }
}
