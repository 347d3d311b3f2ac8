package org.rollcall.central.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets through so many a minute: what strangers cause must not fill the disk. Thread-safe. */
public final class Sparingly {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int most;
    private final InstantSource clock;
    private Instant begun = Instant.MIN;
    private int count;

    public Sparingly(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    public synchronized boolean may() {
        Instant now = clock.instant();
        if (begun.plus(MINUTE).isBefore(now)) {
            begun = now;
            count = 0;
        }
        return count++ < most;
    }
}
