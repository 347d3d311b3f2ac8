package org.rollcall.xmpp.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.command.Column.Type;

class CellTextTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:30:00Z"), ZoneId.of("Europe/Paris"));

    private final CellText english = new CellText(Locale.ENGLISH, CLOCK);
    private final CellText french = new CellText(Locale.FRENCH, CLOCK);

    @Test
    void bytesAreInTheLanguagesUnits() {
        assertEquals("512 B", english.of(Type.BYTES, 512L));
        assertEquals("48.7 MB", english.of(Type.BYTES, 51_065_651L));
        assertEquals("48,7 Mo", french.of(Type.BYTES, 51_065_651L));
    }

    @Test
    void timesAreLocalAndShortToday() {
        assertEquals("13:09:56", english.of(Type.TIME, Instant.parse("2026-11-22T12:09:56Z")));
        assertEquals("2026-11-21 23:30", english.of(Type.TIME, Instant.parse("2026-11-21T22:30:00Z")));
    }

    @Test
    void durationsAreAsTasklistWritesThem() {
        assertEquals("0:00:04", english.of(Type.DURATION, Duration.ofSeconds(4)));
        assertEquals("2j 3:00:00", french.of(Type.DURATION, Duration.ofHours(51)));
    }

    @Test
    void unknownIsEmptyAndControlCharactersAreNoDanger() {
        assertEquals("", english.of(Type.COUNT, null));
        assertEquals("a [31mb c", english.of(Type.TEXT, "a\u001B[31mb\nc"));
    }

    @Test
    void aTimeAmongAMachinesFactsIsShownAsOne() {
        assertEquals("13:09:56", english.of(Type.TEXT, "2026-11-22T12:09:56.535974200Z"));
        assertEquals("2026-11-31T12:09:56Z", english.of(Type.TEXT, "2026-11-31T12:09:56Z"));
        assertEquals("at 2026-11-22T12:09:56Z", english.of(Type.TEXT, "at 2026-11-22T12:09:56Z"));
    }
}
