package org.rollcall.agent.service;

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

    /** Says goodbye and lets go of everything, within 3 s. */
    @Override
    void close();
}
