package org.rollcall.central.park;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a machine's room and seat by its name, in any case: A201B7 stands in A201, at B7. */
public final class ParkRule {
    private final Pattern pattern;
    private final boolean seats;

    /** Whether a pattern can be a rule at all. */
    public static boolean tellsRooms(Pattern pattern) {
        return pattern.pattern().contains("(?<room>");
    }

    /** @param pattern for the whole name, with a group called {@code room} and perhaps one called {@code seat} */
    public ParkRule(Pattern pattern) {
        this.pattern = Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        seats = pattern.pattern().contains("(?<seat>");
    }

    /** @param seat null when the rule does not tell */
    public record Found(String room, String seat) {}

    /** In capitals, as rooms are written on doors; empty when the name is not one of a machine by this rule. */
    public Optional<Found> of(String machine) {
        Matcher matcher = pattern.matcher(machine);
        if (!matcher.matches() || matcher.group("room") == null) {
            return Optional.empty();
        }
        return Optional.of(new Found(capitals(matcher.group("room")), seats ? capitals(matcher.group("seat")) : null));
    }

    private static String capitals(String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
