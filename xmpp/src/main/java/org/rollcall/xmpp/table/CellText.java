package org.rollcall.xmpp.table;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rollcall.xmpp.command.Column;

/** A cell as people read it: short, in their language and time zone. What programs read is TSV, CSV or JSON. */
public final class CellText {
    private static final String[] BYTE_UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};
    private static final String[] OCTET_UNITS = {"o", "Ko", "Mo", "Go", "To", "Po"};
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");

    private final Locale locale;
    private final Clock clock;
    private final DecimalFormat oneDecimal;

    /** @param clock whose time zone times are shown in, and whose day is today */
    public CellText(Locale locale, Clock clock) {
        this.locale = locale;
        this.clock = clock;
        oneDecimal = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(locale));
    }

    /** Empty for null, which is unknown; control characters, which could move a terminal's cursor, become spaces. */
    public String of(Column.Type type, Object value) {
        if (value == null) {
            return "";
        }
        return switch (type) {
            case TEXT -> text((String) value);
            case COUNT -> value.toString();
            case BYTES -> bytes((Long) value);
            case DURATION -> duration((Duration) value);
            case TIME -> time((Instant) value);
        };
    }

    /** Where a machine's facts are listed, a time is text like all others, in ISO 8601: to people it is a time. */
    private String text(String text) {
        if (INSTANT.matcher(text).matches()) {
            try {
                return time(Instant.parse(text));
            } catch (DateTimeException e) {
                return text; // There is no such day.
            }
        }
        return plain(text);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isISOControl(plain.charAt(i)) || Character.getType(plain.charAt(i)) == Character.FORMAT) {
                plain.setCharAt(i, ' ');
            }
        }
        return plain.toString();
    }

    private synchronized String bytes(long bytes) {
        String[] units = locale.getLanguage().equals("fr") ? OCTET_UNITS : BYTE_UNITS;
        if (Math.abs(bytes) < 1024) {
            return bytes + " " + units[0];
        }
        double scaled = bytes;
        int unit = 0;
        while (Math.abs(scaled) >= 1024 && unit < units.length - 1) {
            scaled /= 1024;
            unit++;
        }
        return oneDecimal.format(scaled) + " " + units[unit];
    }

    /** As {@code tasklist} writes CPU time, with days before it when there are any. */
    private String duration(Duration duration) {
        String days = duration.toDays() == 0
                ? ""
                : duration.toDays() + (locale.getLanguage().equals("fr") ? "j " : "d ");
        return days
                + String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        duration.toHoursPart(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart());
    }

    private String time(Instant time) {
        ZonedDateTime local = time.atZone(clock.getZone());
        boolean today = local.toLocalDate().equals(LocalDate.now(clock));
        return local.format(today ? TODAY : OTHER_DAY);
    }
}
