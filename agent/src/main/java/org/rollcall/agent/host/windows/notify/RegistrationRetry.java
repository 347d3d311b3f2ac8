package org.rollcall.agent.host.windows.notify;

import java.time.Duration;

/** When to try again to be notified: 1 s, doubling, at most 5 min. Not thread-safe. */
final class RegistrationRetry {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Duration next = Duration.ofSeconds(1);

    Duration next() {
        Duration delay = next;
        Duration doubled = delay.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return delay;
    }
}
