package org.rollcall.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Values as JSON (RFC 8259): maps, iterables, texts, numbers, flags, null; times in ISO 8601, durations in seconds. */
public final class Json {
    private Json() {}

    public static String of(Object value) {
        StringBuilder json = new StringBuilder();
        write(json, value);
        return json.toString();
    }

    private static void write(StringBuilder json, Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof Duration duration) {
            seconds(json, duration);
        } else if (value instanceof Instant instant) {
            text(json, instant.toString());
        } else if (value instanceof Map<?, ?> map) {
            object(json, map);
        } else if (value instanceof Iterable<?> items) {
            array(json, items);
        } else {
            text(json, value.toString());
        }
    }

    private static void seconds(StringBuilder json, Duration duration) {
        if (duration.toMillisPart() == 0) {
            json.append(duration.toSeconds());
        } else {
            json.append(duration.toMillis() / 1000.0);
        }
    }

    private static void object(StringBuilder json, Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(before);
            text(json, entry.getKey().toString());
            json.append(':');
            write(json, entry.getValue());
            before = ',';
        }
        json.append(before == '{' ? "{}" : "}");
    }

    private static void array(StringBuilder json, Iterable<?> items) {
        char before = '[';
        for (Object item : items) {
            json.append(before);
            write(json, item);
            before = ',';
        }
        json.append(before == '[' ? "[]" : "]");
    }

    private static void text(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    // U+2028 and U+2029 end a line in JavaScript and some tools; control characters are forbidden.
                    if (c < 0x20 || c == 0x7F || c == '\u2028' || c == '\u2029') {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
