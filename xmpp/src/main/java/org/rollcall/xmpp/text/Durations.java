package org.rollcall.xmpp.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Durations as people write them in settings and commands: a whole number and one unit, {@code 500ms}, {@code 30s},
 * {@code 5m}, {@code 2h}, {@code 1d}; no sign, no fraction.
 */
public final class Durations {
    private static final int MOST_DIGITS = 9;

    private Durations() {}

    /** Empty when it is not a duration. */
    public static Optional<Duration> parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < trimmed.length() && trimmed.charAt(digits) >= '0' && trimmed.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return Optional.empty();
        }
        long number = Long.parseLong(trimmed.substring(0, digits));
        return switch (trimmed.substring(digits).strip()) {
            case "ms" -> Optional.of(Duration.ofMillis(number));
            case "s" -> Optional.of(Duration.ofSeconds(number));
            case "m" -> Optional.of(Duration.ofMinutes(number));
            case "h" -> Optional.of(Duration.ofHours(number));
            case "d" -> Optional.of(Duration.ofDays(number));
            default -> Optional.empty();
        };
    }

    /** In the largest unit that loses nothing above a millisecond: what {@link #parse} takes back. */
    public static String show(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
