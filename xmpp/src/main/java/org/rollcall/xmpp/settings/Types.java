package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.rollcall.xmpp.text.Durations;

/** The types of settings' values; those of XMPP addresses are in {@link JidTypes}, of files in {@link FileTypes}. */
public final class Types {
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_ITEMS = 1000;

    public static final ValueType<String> TEXT = type("text", (raw, base) -> text(raw));

    public static final ValueType<Boolean> FLAG = type("flag", (raw, base) -> {
        if (raw instanceof Boolean flag) {
            return flag;
        }
        return switch (text(raw)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadValueException("bad.flag");
        };
    });

    /** A regular expression; it must match the whole of a name. */
    public static final ValueType<Pattern> PATTERN = type("pattern", (raw, base) -> {
        try {
            return Pattern.compile(text(raw));
        } catch (PatternSyntaxException e) {
            throw new BadValueException("bad.pattern", e.getDescription(), Math.max(0, e.getIndex()) + 1);
        }
    });

    private Types() {}

    /** A whole number in a range. */
    public static ValueType<Integer> number(int least, int most) {
        return type("number", (raw, base) -> {
            try {
                long number = raw instanceof Long whole ? whole : Long.parseLong(text(raw));
                if (number >= least && number <= most) {
                    return (int) number;
                }
            } catch (NumberFormatException e) {
                // Said below: the same sentence serves both.
            }
            throw new BadValueException("bad.number", String.valueOf(least), String.valueOf(most));
        });
    }

    /** A duration in a range, see {@link Durations}. */
    public static ValueType<Duration> duration(Duration least, Duration most) {
        return new ValueType<>() {
            @Override
            public String id() {
                return "duration";
            }

            @Override
            public Duration parse(Object raw, Path base) throws BadValueException {
                return raw instanceof String text
                        ? Durations.parse(text)
                                .filter(d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0)
                                .orElseThrow(this::bad)
                        : fail();
            }

            private Duration fail() throws BadValueException {
                throw bad();
            }

            private BadValueException bad() {
                return new BadValueException("bad.duration", Durations.show(least), Durations.show(most));
            }

            @Override
            public String show(Duration value) {
                return Durations.show(value);
            }
        };
    }

    /** A TOML array; from environment and command line, items between commas. */
    public static <T> ValueType<List<T>> list(ValueType<T> item) {
        return new ValueType<>() {
            @Override
            public String id() {
                return "list-" + item.id();
            }

            @Override
            public List<T> parse(Object raw, Path base) throws BadValueException {
                List<T> items = new ArrayList<>();
                for (Object one : items(raw)) {
                    items.add(item.parse(one, base));
                }
                return List.copyOf(items);
            }

            @Override
            public String show(List<T> value) {
                List<String> shown = new ArrayList<>();
                value.forEach(v -> shown.add(item.show(v)));
                return String.join(", ", shown);
            }
        };
    }

    private static List<?> items(Object raw) throws BadValueException {
        if (raw instanceof List<?> list) {
            if (list.size() > MOST_ITEMS) {
                throw new BadValueException("bad.list.long", String.valueOf(MOST_ITEMS));
            }
            return list;
        }
        if (!(raw instanceof String text)) {
            throw new BadValueException("bad.list");
        }
        List<String> items = new ArrayList<>();
        for (String one : text.split(",")) {
            if (!one.isBlank()) {
                items.add(one.strip());
            }
        }
        return items;
    }

    static String text(Object raw) throws BadValueException {
        if (!(raw instanceof String text)) {
            throw new BadValueException("bad.text");
        }
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new BadValueException("bad.text.length", String.valueOf(LONGEST_TEXT));
        }
        return text;
    }

    /** Parses a raw value. */
    interface Parser<T> {
        T parse(Object raw, Path base) throws BadValueException;
    }

    static <T> ValueType<T> type(String id, Parser<T> parser) {
        return new ValueType<>() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public T parse(Object raw, Path base) throws BadValueException {
                return parser.parse(raw, base);
            }
        };
    }
}
