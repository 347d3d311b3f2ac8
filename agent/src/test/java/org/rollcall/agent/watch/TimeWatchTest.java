package org.rollcall.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeWatchTest {
    private final TestTime time = new TestTime("2026-11-22T12:00:00Z");
    private final TimeWatch watch = new TimeWatch();

    @Test
    void ordinaryTimeIsNeitherSleepNorAStep() {
        look();
        time.pass(Duration.ofSeconds(5));
        time.step(Duration.ofSeconds(-2));
        TimeWatch.Gap gap = look();
        assertNull(gap.slept());
        assertNull(gap.stepped());
    }

    @Test
    void aClockPutForwardOrBackIsAStep() {
        look();
        time.pass(Duration.ofSeconds(5));
        time.step(Duration.ofHours(1));
        assertEquals(Duration.ofHours(1), look().stepped());
        time.pass(Duration.ofSeconds(5));
        time.step(Duration.ofHours(-1));
        TimeWatch.Gap gap = look();
        assertEquals(Duration.ofHours(-1), gap.stepped());
        assertNull(gap.slept());
    }

    @Test
    void notLookingForMinutesIsSleep() {
        look();
        time.pass(Duration.ofHours(9));
        TimeWatch.Gap gap = look();
        assertEquals(Duration.ofHours(9), gap.slept());
        assertNull(gap.stepped());
        assertEquals(time.instant().minus(Duration.ofHours(9)), gap.before());
    }

    private TimeWatch.Gap look() {
        return watch.look(time.instant(), time.getAsLong());
    }
}
