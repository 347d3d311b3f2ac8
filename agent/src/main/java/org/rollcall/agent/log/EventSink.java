package org.rollcall.agent.log;

/** The system's own log, where administrators look first. */
public interface EventSink {
    /** From any thread; must not throw, and must not log. */
    void report(EventId id, String text);
}
