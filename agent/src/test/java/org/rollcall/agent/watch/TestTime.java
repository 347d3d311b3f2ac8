package org.rollcall.agent.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** A wall clock that can be set, and a second one that nobody can set; both move only when told to. */
public final class TestTime extends Clock implements LongSupplier {
    private Instant wall;
    private long nanos;

    public TestTime(String wall) {
        this.wall = Instant.parse(wall);
    }

    public void pass(Duration duration) {
        wall = wall.plus(duration);
        nanos += duration.toNanos();
    }

    /** Somebody puts the wall clock forward. */
    public void step(Duration step) {
        wall = wall.plus(step);
    }

    @Override
    public long getAsLong() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return wall;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
