package org.rollcall.agent.service;

import java.time.Duration;
import java.util.Set;
import org.rollcall.agent.settings.AgentSettings;

/** An agent at work. */
public interface RunningAgent extends AutoCloseable {

    /**
     * Takes changed settings over without an interruption.
     *
     * @param changed the keys of those that differ, never none
     * @return false when it cannot, and has not: then it has to be closed and made anew
     */
    default boolean adopt(AgentSettings settings, Set<String> changed) {
        return false;
    }

    /**
     * Whether all its parts still work: a thread that was ended from outside, or hangs, says nothing itself, and to Java
     * it seems to be alive.
     *
     * @param most what they have to show it
     */
    default boolean responds(Duration most) throws InterruptedException {
        return true;
    }

    /** Says goodbye and lets go of everything, within 3 s. */
    @Override
    void close();
}
