package org.rollcall.xmpp.stanza;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T12:09:56Z",
                "2026-11-22T12:09:56.123Z",
                "2026-11-22T12:09:56.1Z",
                "2026-11-22T12:09:56.123456789Z",
                "2024-02-29T23:59:59.999Z",
                "0001-01-01T00:00:00Z",
                "2016-12-31T23:59:60Z",
                "2026-11-22T24:00:00Z",
                "+12026-11-22T12:09:56Z"
            })
    void everyTimeIsReadAsTheJdkDoes(String text) {
        assertEquals(Instant.parse(text), TimeText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-11-22T12:09:56",
                "2025-02-29T12:09:56Z",
                "2026-13-22T12:09:56Z",
                "2026-11-22T25:09:56Z",
                "2026-11-22 12:09:56Z",
                "2026-11-22T12:09:56,123Z",
                "2026-11-22T12:09:56.12xZ",
                "٢٠٢٦-11-22T12:09:56Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(DateTimeException.class, () -> TimeText.parse(text));
    }

    @Test
    void anyMillisecondOfTwoCenturiesComesBack() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Instant time = Instant.ofEpochMilli((long) (random.nextDouble() * 6_311_433_600_000L));
            assertEquals(time, TimeText.parse(time.toString()));
        }
    }
}
