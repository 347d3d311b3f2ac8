package org.rollcall.agent.host.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FileTimeTest {

    @Test
    void theUnixEpochIsWhereMicrosoftSaysItIs() {
        assertEquals(Instant.EPOCH, FileTime.instant(116_444_736_000_000_000L));
    }

    @Test
    void aHundredNanosecondsAreOneUnit() {
        assertEquals(Instant.ofEpochSecond(0, 100), FileTime.instant(116_444_736_000_000_001L));
        assertEquals(Duration.ofMillis(1), FileTime.duration(10_000));
    }

    @Test
    void zeroIsNoTime() {
        assertNull(FileTime.instant(0));
    }
}
