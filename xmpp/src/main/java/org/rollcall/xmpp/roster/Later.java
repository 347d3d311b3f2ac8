package org.rollcall.xmpp.roster;

import java.time.Duration;

/** Runs something once, after a while, on whatever thread. A ScheduledExecutorService does, and so does a test. */
@FunctionalInterface
public interface Later {
    void after(Duration wait, Runnable task);
}
