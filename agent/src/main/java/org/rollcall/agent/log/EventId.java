package org.rollcall.agent.log;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * What the agent says in Windows' event log, by a number that administrators filter on: never changed, never used
 * again. A log line gets its number by a marker of the same name; what has none is a {@link #FAULT} or a {@link
 * #WARNING}. The texts are in {@code installer/windows/events/rollcall-events.mc}.
 */
public enum EventId {
    FAULT(1, Severity.ERROR),
    WARNING(2, Severity.WARNING),

    ENDED_BY_FAULT(10, Severity.ERROR),
    ENDED_WITHOUT_STOP(11, Severity.WARNING),
    ALREADY_RUNNING(12, Severity.ERROR),

    WAITING_FOR_SETTINGS(20, Severity.WARNING),
    SETTING_IGNORED(21, Severity.WARNING),
    WINDOWS_UNFINISHED(22, Severity.WARNING),

    LINK_UP(30, Severity.INFORMATIONAL),
    LINK_NAME_NOT_FOUND(31, Severity.WARNING),
    LINK_REFUSED(32, Severity.WARNING),
    LINK_TIMED_OUT(33, Severity.WARNING),
    LINK_NOT_XMPP(34, Severity.WARNING),
    LINK_CERTIFICATE(35, Severity.WARNING),
    LINK_PASSWORD(36, Severity.WARNING),
    LINK_ACCOUNT_UNKNOWN(37, Severity.WARNING),
    LINK_NO_SAFE_MECHANISM(38, Severity.WARNING),
    LINK_CONFLICT(39, Severity.WARNING),
    LINK_LOST(40, Severity.WARNING),
    LINK_CLOSED_BY_SERVER(41, Severity.WARNING),
    LINK_OTHER(42, Severity.WARNING),
    LINK_WRONG_DOMAIN(43, Severity.WARNING),

    DATA_FOLDER_UNUSABLE(50, Severity.ERROR),
    DATA_FOLDER_COPIED(51, Severity.WARNING),
    DATA_FOLDER_REPAIRED(52, Severity.WARNING),
    JOURNAL_UNWRITABLE(53, Severity.ERROR),
    JOURNAL_FULL(54, Severity.WARNING),

    CLOCK_STEPPED(60, Severity.WARNING),
    CLOCK_WRONG(61, Severity.WARNING),

    ENROLMENT_WAITS(70, Severity.WARNING),
    ENROLLED(71, Severity.INFORMATIONAL);

    /** The two highest bits of an event's 32-bit identifier, as the message compiler writes them. */
    public enum Severity {
        INFORMATIONAL(1),
        WARNING(2),
        ERROR(3);

        private final int bits;

        Severity(int bits) {
            this.bits = bits;
        }
    }

    private static final Map<String, EventId> BY_NAME = new HashMap<>();

    static {
        for (EventId each : values()) {
            BY_NAME.put(each.name(), each);
        }
    }

    private final int code;
    private final Severity severity;

    EventId(int code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** What the event viewer shows. */
    public int code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /**
     * What ReportEvent takes.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/eventlog/event-identifiers">Event Identifiers</a>
     */
    public int identifier() {
        return severity.bits << 30 | code;
    }

    /** For the log line that is this event. */
    public Marker marker() {
        return MarkerFactory.getMarker(name());
    }

    /** Null when there is none of that name. */
    static EventId named(String name) {
        return BY_NAME.get(name);
    }
}
