package org.rollcall.central.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jxmpp.jid.BareJid;

/** What one machine told, event by event, and what of it never came. */
public interface MachineLog {

    /**
     * @param at put right by what central measured of the machine's clock; {@code machineAt} is what it said
     * @param uid the session's; null for an event of the machine itself
     * @param details the event's further attributes
     */
    record Entry(
            String journal,
            long seq,
            String kind,
            Instant at,
            Instant machineAt,
            String uid,
            Map<String, String> details) {}

    /** {@code last - first + 1} events are missing. */
    record Gap(String journal, long first, long last, Instant noticed) {}

    /**
     * Newest first.
     *
     * @param from null: from the oldest kept
     * @param to null: to the newest
     * @param most 1 to 10,000
     */
    List<Entry> events(BareJid machine, Instant from, Instant to, int most);

    /** Oldest first. */
    List<Gap> gaps(BareJid machine);
}
