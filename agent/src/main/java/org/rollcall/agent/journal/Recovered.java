package org.rollcall.agent.journal;

import java.util.List;
import java.util.Map;
import org.rollcall.xmpp.stanza.Event;

/**
 * What the journal before this one left behind.
 *
 * @param journal its id, null when there was none
 * @param seq its last event
 * @param carried the state that its last file began with
 * @param events what was written after that state, in order
 */
public record Recovered(String journal, long seq, List<Map<String, String>> carried, List<Event> events) {
    static final Recovered NOTHING = new Recovered(null, 0, List.of(), List.of());
}
