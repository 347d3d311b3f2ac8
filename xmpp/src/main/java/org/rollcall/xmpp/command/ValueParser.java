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

    /** An instant, a local date and time, a date (its midnight), or a time today. */
    private Instant time(String text) {
        if (text.length() <= 8 && text.indexOf(':') > 0) {
            LocalTime time = LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
            return LocalDate.ofInstant(clock.instant(), zone)
                    .atTime(time)
                    .atZone(zone)
                    .toInstant();
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
