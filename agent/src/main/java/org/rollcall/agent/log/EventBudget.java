package org.rollcall.agent.log;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * How much may go to the event log, which all programs of a PC share: the same text once an hour, and of all texts
 * thirty at once and then one in three minutes.
 */
final class EventBudget {
    private static final int AT_ONCE = 30;
    private static final long ANOTHER = Duration.ofMinutes(3).toNanos();
    private static final long SAME_AGAIN = Duration.ofHours(1).toNanos();
    private static final int TEXTS_REMEMBERED = 64;

    private final LongSupplier nanoTime;
    private final Map<String, Long> said = new LinkedHashMap<>(16, 0.75f, true);
    private int left = AT_ONCE;
    private int leftOut;
    private long filled;

    /** @param nanoTime never goes back, as {@link System#nanoTime} */
    EventBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        filled = nanoTime.getAsLong();
    }

    /** How many were left out since the last one that was not; empty: this one is left out too. */
    OptionalInt spend(String text) {
        long now = nanoTime.getAsLong();
        refill(now);
        Long before = said.get(text);
        if (left == 0 || (before != null && now - before < SAME_AGAIN)) {
            leftOut++;
            return OptionalInt.empty();
        }
        left--;
        said.put(text, now);
        if (said.size() > TEXTS_REMEMBERED) {
            said.remove(said.keySet().iterator().next());
        }
        int missing = leftOut;
        leftOut = 0;
        return OptionalInt.of(missing);
    }

    private void refill(long now) {
        long more = (now - filled) / ANOTHER;
        if (more > 0) {
            left = (int) Math.min(AT_ONCE, left + more);
            filled += more * ANOTHER;
        }
    }
}
