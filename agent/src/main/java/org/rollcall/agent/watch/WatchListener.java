package org.rollcall.agent.watch;

import java.time.Instant;
import java.util.List;

/** Hears of the machine's state; called from the watcher's thread or the host's, and returns at once. */
public interface WatchListener {

    /**
     * After each reading, changed or not, with all its events in the journal.
     *
     * @param up the last start or resume
     */
    void state(List<KnownSession> sessions, Instant up);

    /** Nothing has been read since the start: the machine is on, and that is all that is known. */
    void unreadable();

    /** The machine will be asleep within seconds; returns within a second. */
    void sleeping();

    /** It slept, and is awake. */
    void awake();
}
