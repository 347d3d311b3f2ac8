package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparinglyTest {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final Sparingly sparingly = new Sparingly(10, () -> now);

    @Test
    void soManyAMinuteAreLetThrough() {
        assertEquals(10, IntStream.range(0, 1000).filter(i -> sparingly.may()).count());
        now = now.plusSeconds(61);
        assertTrue(sparingly.may());
    }
}
