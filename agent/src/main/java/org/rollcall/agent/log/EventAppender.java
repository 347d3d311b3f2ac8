package org.rollcall.agent.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.rollcall.xmpp.link.LinkFailure;
import org.slf4j.Marker;

/** Brings warnings, errors and whatever is marked with an {@link EventId} to the system's own log. */
final class EventAppender extends AppenderBase<ILoggingEvent> {
    /** ReportEvent takes 31,839 characters; one line needs fewer. */
    private static final int LONGEST = 2000;

    private final EventSink sink;
    private final EventBudget budget;
    private final Locale locale;

    /** @param locale of who reads the system's log */
    EventAppender(EventSink sink, EventBudget budget, Locale locale) {
        this.sink = sink;
        this.budget = budget;
        this.locale = locale;
    }

    @Override
    protected void append(ILoggingEvent event) {
        EventId id = idOf(event);
        if (id == null) {
            return;
        }
        String text = text(event);
        text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        // The last words of a run are always worth their place.
        OptionalInt missing = id == EventId.ENDED_BY_FAULT ? OptionalInt.of(0) : budget.spend(text);
        if (missing.isPresent()) {
            int more = missing.getAsInt();
            sink.report(id, withoutInserts(more == 0 ? text : text + " (" + more + " more are in agent.log only)"));
        }
    }

    /** Lines are English; above a French one stands its number's text, and why there is no link follows in French. */
    private String text(ILoggingEvent event) {
        if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) && event.getArgumentArray() != null) {
            for (Object argument : event.getArgumentArray()) {
                if (argument instanceof LinkFailure failure) {
                    return failure.sentence(locale);
                }
            }
        }
        return LineLayout.line(event).text();
    }

    private static EventId idOf(ILoggingEvent event) {
        List<Marker> markers = event.getMarkerList();
        if (markers != null) {
            for (Marker marker : markers) {
                EventId id = EventId.named(marker.getName());
                if (id != null) {
                    return id;
                }
            }
        }
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)) {
            return null;
        }
        return event.getLevel() == Level.ERROR ? EventId.FAULT : EventId.WARNING;
    }

    /**
     * The event viewer would take {@code %1} within a text for a place to insert something.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-reporteventw">ReportEventW</a>
     */
    private static String withoutInserts(String text) {
        return text.replace("%", "% ");
    }
}
