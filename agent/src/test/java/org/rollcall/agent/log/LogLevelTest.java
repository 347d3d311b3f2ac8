package org.rollcall.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogLevelTest {
    private final LogLevel level = new LogLevel("org.rollcall.test.level");

    @Test
    void itGoesBackAfterItsTime() {
        String before = level.current();

        level.set("trace", Duration.ofMillis(50));
        assertEquals("trace", level.current());
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!level.current().equals(before) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        assertEquals(before, level.current());
    }

    @Test
    void aSecondChangeReplacesTheFirstAndGoesBackToTheBeginning() {
        String before = level.current();

        level.set("error", Duration.ofHours(1));
        level.set("warn", Duration.ofMillis(50));
        assertEquals("warn", level.current());
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!level.current().equals(before) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }

        assertEquals(before, level.current());
        assertTrue(System.nanoTime() < deadline);
    }
}
