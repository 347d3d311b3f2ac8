package org.rollcall.central.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Tells a room that has lost its network from machines that went one by one. */
final class Outages {
    static final Duration TOGETHER = Duration.ofSeconds(10);
    static final int SEVERAL = 3;

    private Outages() {}

    /** @param lost when each machine of a room that is lost still was noticed to be so
     * @return when the first of several that went together did; null when none did */
    static Instant since(Collection<Instant> lost) {
        Instant[] times = lost.stream().sorted().toArray(Instant[]::new);
        for (int last = SEVERAL - 1; last < times.length; last++) {
            Instant first = times[last - SEVERAL + 1];
            if (!first.plus(TOGETHER).isBefore(times[last])) {
                return first;
            }
        }
        return null;
    }
}
