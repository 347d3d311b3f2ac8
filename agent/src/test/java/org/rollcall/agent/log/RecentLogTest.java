package org.rollcall.agent.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentLogTest {

    @Test
    void theOldestLineMakesRoomAndALongOneIsCut() {
        RecentLog log = new RecentLog(2, 5);
        for (String text : List.of("one", "two", "threefour")) {
            log.add(new LogLine(Instant.EPOCH, "info", "Link", text));
        }

        assertEquals(
                List.of("two", "three…"),
                log.lines().stream().map(LogLine::text).toList());
    }
}
