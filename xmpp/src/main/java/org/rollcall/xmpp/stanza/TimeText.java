package org.rollcall.xmpp.stanza;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A time as machines write it, {@code 2026-11-22T12:09:56Z} or {@code …56.123Z}, read directly: the JDK's general
 * parser takes most of the time that an answer's rows do.
 */
final class TimeText {
    private static final int SECONDS = "2026-11-22T12:09:56Z".length();
    private static final int MILLIS = SECONDS + 4;
    private static final String SHAPE = "0000-00-00T00:00:00";

    private TimeText() {}

    /** @throws DateTimeException when it is no time of any shape that {@link Instant#parse} knows */
    static Instant parse(String text) {
        if (!isPlain(text)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        long millis = text.length() == MILLIS ? number(text, 20, 23) : 0;
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, millis * 1_000_000);
    }

    private static boolean isPlain(String text) {
        int length = text.length();
        if (length != SECONDS && length != MILLIS || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            if (SHAPE.charAt(i) == '0' ? !isDigit(c) : c != SHAPE.charAt(i)) {
                return false;
            }
        }
        return length == SECONDS
                || text.charAt(19) == '.'
                        && isDigit(text.charAt(20))
                        && isDigit(text.charAt(21))
                        && isDigit(text.charAt(22));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
