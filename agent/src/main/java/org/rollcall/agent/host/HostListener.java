package org.rollcall.agent.host;

/** What a host says by itself, on a thread of its own; a listener returns within a second. */
public interface HostListener {

    /** Read the sessions now: something changed. May come for nothing, and may fail to come. */
    void sessionsChanged();

    /** The machine is about to sleep, hibernate, or shut down by fast startup. */
    void suspending();

    /** It is awake again. */
    void resumed();
}
