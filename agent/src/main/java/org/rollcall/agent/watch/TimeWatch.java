package org.rollcall.agent.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * Compares the wall clock with a clock that nobody can set, from one look to the next.
 *
 * <p>On Windows the second one (QueryPerformanceCounter, by {@link System#nanoTime}) goes on during sleep, so a look
 * that comes far too late means sleep that nobody told of. Where it stands still during sleep, as on Linux, sleep that
 * nobody told of looks like a step of the wall clock.
 */
final class TimeWatch {
    /** Longer between two looks than any load explains. */
    static final Duration SLEPT = Duration.ofSeconds(90);
    /** More than the corrections that a time service makes all day. */
    static final Duration STEPPED = Duration.ofSeconds(30);

    private Instant wall;
    private long nanos;

    /**
     * @param slept how long nobody looked, null when that is within reason
     * @param stepped by how much the wall clock was put forward, null when by nothing that matters
     * @param before the wall clock at the look before
     */
    record Gap(Duration slept, Duration stepped, Instant before) {}

    /** The first look finds nothing. */
    Gap look(Instant wallNow, long nanosNow) {
        Instant wallBefore = wall;
        Duration passed = Duration.ofNanos(nanosNow - nanos);
        wall = wallNow;
        nanos = nanosNow;
        if (wallBefore == null) {
            return new Gap(null, null, wallNow);
        }
        Duration step = Duration.between(wallBefore, wallNow).minus(passed);
        return new Gap(
                passed.compareTo(SLEPT) > 0 ? passed : null,
                step.abs().compareTo(STEPPED) > 0 ? step : null,
                wallBefore);
    }
}
