package org.rollcall.agent.journal;

import java.util.List;
import org.rollcall.xmpp.stanza.Event;

/** The oldest events of one journal that central has not answered for, in order; never empty. */
public record Batch(String journal, List<Event> events) {
    public Batch {
        events = List.copyOf(events);
    }

    public long lastSeq() {
        return events.get(events.size() - 1).seq();
    }
}
