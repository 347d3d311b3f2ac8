package org.rollcall.agent.schedule;

import java.time.Duration;

/** Runs short tasks one after the other, never two at once. */
public interface Scheduler {

    /** As soon as those before it are done; after the end, not at all. */
    void run(Runnable task);

    /** After a while; a task that is no longer wanted finds that out itself. */
    void runIn(Duration delay, Runnable task);
}
