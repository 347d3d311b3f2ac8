package org.rollcall.xmpp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void whatIsShownIsReadBack() {
        for (String text : List.of("0s", "500ms", "30s", "90s", "5m", "2h", "1d", "36h")) {
            assertEquals(text, Durations.show(Durations.parse(text).orElseThrow()));
        }
    }

    @Test
    void eachUnitHasItsLength() {
        assertEquals(Duration.ofMillis(1500), Durations.parse("1500ms").orElseThrow());
        assertEquals(Duration.ofDays(180), Durations.parse(" 180 D ").orElseThrow());
    }

    @Test
    void whatIsNoDurationIsRefused() {
        for (String text : List.of("", "5", "s", "-5s", "1.5h", "5w", "10000000000s", "٥s")) {
            assertTrue(Durations.parse(text).isEmpty(), text);
        }
    }
}
