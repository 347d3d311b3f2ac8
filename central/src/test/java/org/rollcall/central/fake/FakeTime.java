package org.rollcall.central.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A clock and a nanosecond source that stand still until they are moved. */
public final class FakeTime implements InstantSource, LongSupplier {
    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private long nanos;

    @Override
    public Instant instant() {
        return START.plusNanos(nanos);
    }

    @Override
    public long getAsLong() {
        // Not from zero, as System.nanoTime is not either.
        return Long.MAX_VALUE - Duration.ofMinutes(1).toNanos() + nanos;
    }

    public void pass(Duration time) {
        nanos += time.toNanos();
    }
}
