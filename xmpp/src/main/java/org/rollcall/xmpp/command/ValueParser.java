package org.rollcall.xmpp.command;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;

/** One argument's text to its value; null for text that is none of the type. */
final class ValueParser {
    private static final long LONGEST_DAYS = 36_500;

    private final InstantSource clock;
    private final ZoneId zone;

    ValueParser(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    Object parse(Parameter parameter, String text) {
        try {
            return switch (parameter.type()) {
                case TEXT -> text;
                case COUNT -> count(text.strip());
                case DURATION -> duration(text.strip().toLowerCase(Locale.ROOT));
                case TIME -> time(text.strip());
                case FLAG -> flag(text.strip().toLowerCase(Locale.ROOT));
                case CHOICE -> choice(parameter, text.strip());
            };
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    private static Long count(String text) {
        long count = Long.parseLong(text);
        return count < 0 ? null : count;
    }

    private static Duration duration(String text) {
        if (text.length() < 2) {
            return null;
        }
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        Duration duration = switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd', 'j' -> Duration.ofDays(number);
            default -> null;
        };
        boolean fits = duration != null && !duration.isNegative() && duration.toDays() <= LONGEST_DAYS;
        return fits ? duration : null;
    }

    /**
     * An instant, a local date and time, a date (its midnight), a time today; or a day's name, with a time after it or
     * as its midnight: {@code friday 15:00}, {@code hier-8:30}.
     */
    private Instant time(String text) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
            String[] parts = text.split("[ -]+", 2);
            LocalDate day = DayWords.day(parts[0], today);
            LocalTime time = parts.length == 1 ? LocalTime.MIDNIGHT : timeOfDay(parts[1]);
            return day == null ? null : day.atTime(time).atZone(zone).toInstant();
        }
        if (text.length() <= 8 && text.indexOf(':') > 0) {
            return today.atTime(timeOfDay(text)).atZone(zone).toInstant();
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        String iso = text.replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(iso).atZone(zone).toInstant();
        }
    }

    private static LocalTime timeOfDay(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    /** Data forms write a boolean as 1 or 0, too (XEP-0004, section 3.3). */
    private static Boolean flag(String text) {
        return switch (text) {
            case "true", "1", "yes", "oui" -> Boolean.TRUE;
            case "false", "0", "no", "non" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String choice(Parameter parameter, String text) {
        for (String choice : parameter.choices()) {
            if (choice.equalsIgnoreCase(text)) {
                return choice;
            }
        }
        return null;
    }
}
