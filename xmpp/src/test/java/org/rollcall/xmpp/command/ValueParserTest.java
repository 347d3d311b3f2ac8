package org.rollcall.xmpp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Monday, the 23rd of November 2026, in Paris. */
class ValueParserTest {
    private static final Parameter AT = Parameter.optional("at", Parameter.Type.TIME);

    private final ValueParser values =
            new ValueParser(InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z")), ZoneId.of("Europe/Paris"));

    @ParameterizedTest
    @CsvSource({
        "13:09, 2026-11-23T12:09:00Z",
        "8:30, 2026-11-23T07:30:00Z",
        "2026-11-20, 2026-11-19T23:00:00Z",
        "2026-11-20 15:00, 2026-11-20T14:00:00Z",
        "2026-11-20T15:00, 2026-11-20T14:00:00Z",
        "2026-11-20T14:00:00Z, 2026-11-20T14:00:00Z",
        "friday 15:00, 2026-11-20T14:00:00Z",
        "Vendredi 15:00, 2026-11-20T14:00:00Z",
        "fri-9:05, 2026-11-20T08:05:00Z",
        "dim 12:00, 2026-11-22T11:00:00Z",
        "monday, 2026-11-22T23:00:00Z",
        "yesterday 18:30:15, 2026-11-22T17:30:15Z",
        "hier, 2026-11-21T23:00:00Z",
        "aujourd'hui 8:00, 2026-11-23T07:00:00Z"
    })
    void timesAreReadAsPeopleWriteThem(String text, Instant meant) {
        assertEquals(meant, values.parse(AT, text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon", "friday 25:00", "fridays", "-15:00", "2026-13-01", "vendredi soir", "f"})
    void whatIsNoTimeIsNone(String text) {
        assertNull(values.parse(AT, text));
    }

    @Test
    void aWeekdayIsTheLatestOneAndTodayCounts() {
        assertEquals(values.parse(AT, "today 07:00"), values.parse(AT, "lundi 07:00"));
    }
}
