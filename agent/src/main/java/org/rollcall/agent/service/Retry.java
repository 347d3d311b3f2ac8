package org.rollcall.agent.service;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When settings that did not start an agent are tried again: each try costs the running one its link for a moment. */
final class Retry {
    static final Duration FIRST = Duration.ofMinutes(5);
    static final Duration LONGEST = Duration.ofHours(4);

    private final LongSupplier nanoTime;
    private Duration wait = FIRST;
    private long at;

    /** @param nanoTime never goes back, as {@link System#nanoTime} */
    Retry(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void forget() {
        wait = FIRST;
    }

    void failed() {
        at = nanoTime.getAsLong() + wait.toNanos();
        Duration twice = wait.multipliedBy(2);
        wait = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    boolean isDue() {
        return nanoTime.getAsLong() - at >= 0;
    }

    /** Until the next try. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, at - nanoTime.getAsLong()));
    }
}
