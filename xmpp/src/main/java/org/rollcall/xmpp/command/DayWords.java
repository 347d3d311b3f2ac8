package org.rollcall.xmpp.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Days as people say them, in English and French alike: {@code yesterday}, {@code friday}, {@code ven}. */
final class DayWords {
    private static final int SHORT = 3;
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private DayWords() {}

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            for (DayOfWeek day : DayOfWeek.values()) {
                String name = day.getDisplayName(TextStyle.FULL, locale).toLowerCase(Locale.ROOT);
                weekdays.put(name, day);
                weekdays.put(name.substring(0, SHORT), day);
            }
        }
        return weekdays;
    }

    /** A weekday is the latest one, today included: questions are about what was. Null: no such word. */
    static LocalDate day(String word, LocalDate today) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        return switch (lower) {
            case "today", "aujourd'hui", "aujourdhui" -> today;
            case "yesterday", "hier" -> today.minusDays(1);
            default -> {
                DayOfWeek weekday = WEEKDAYS.get(lower);
                yield weekday == null ? null : today.with(TemporalAdjusters.previousOrSame(weekday));
            }
        };
    }
}
