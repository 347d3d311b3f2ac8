package org.rollcall.agent.journal;

import java.util.List;
import java.util.Map;
import org.rollcall.xmpp.stanza.Event;

/** What a journal's events add up to, so that each file can begin with it. Called under the journal's lock. */
public interface CarriedState {

    /** An event has reached the disk. */
    void add(Event event);

    /** The state after all events that were added, one map a line. */
    List<Map<String, String>> lines();
}
