package org.rollcall.agent.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** {@code 2026-11-22T13:09:56+01:00 WARN  Link: text}: one line an event, and a stack trace where one was given. */
final class LineLayout extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final ZoneId zone = ZoneId.systemDefault();

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        TIME.formatTo(event.getInstant().truncatedTo(ChronoUnit.SECONDS).atZone(zone), line);
        line.append(' ').append(event.getLevel().levelStr);
        // Levels are four or five letters long.
        line.append(event.getLevel().levelStr.length() < 5 ? "  " : " ");
        line.append(shortName(event.getLoggerName())).append(": ").append(oneLine(event));
        line.append(System.lineSeparator());
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append(System.lineSeparator());
        }
        return line.toString();
    }

    /** The event as the {@code log} command shows it. */
    static LogLine line(ILoggingEvent event) {
        Instant at = event.getInstant();
        String text = oneLine(event);
        if (event.getThrowableProxy() != null) {
            text += " (" + event.getThrowableProxy().getClassName() + ": "
                    + event.getThrowableProxy().getMessage() + ")";
        }
        return new LogLine(
                at, event.getLevel().levelStr.toLowerCase(Locale.ROOT), shortName(event.getLoggerName()), text);
    }

    /** A line end within a text could make up a second event: what others sent may stand in it. */
    private static String oneLine(ILoggingEvent event) {
        String text = event.getFormattedMessage();
        return text == null ? "" : text.replace('\r', ' ').replace('\n', ' ');
    }

    private static String shortName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
