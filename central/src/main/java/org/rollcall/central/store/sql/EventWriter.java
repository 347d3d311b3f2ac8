package org.rollcall.central.store.sql;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.ClockSkew;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.RefusedEvent;
import org.rollcall.xmpp.stanza.Stored;
import org.rollcall.xmpp.text.XmlText;

/** One stanza of events into the tables: repeats passed over, gaps noted, what cannot be accepted named. */
final class EventWriter {
    private static final Set<String> OF_A_SESSION = Set.of(
            Event.Kinds.LOGON,
            Event.Kinds.LOGOFF,
            Event.Kinds.LOCK,
            Event.Kinds.UNLOCK,
            Event.Kinds.CONNECT,
            Event.Kinds.DISCONNECT);

    private final Gson gson = new Gson();
    private final Sessions sessions;
    private final ClockSkew skew;

    EventWriter(Sessions sessions, ClockSkew skew) {
        this.sessions = sessions;
        this.skew = skew;
    }

    Stored store(Handle handle, BareJid machine, Events events, long received) {
        long machineId = MachineRows.id(handle, machine)
                .orElseThrow(() -> new IllegalStateException(machine + " is no machine of ours"));
        Journal journal = Journals.open(handle, machineId, XmlText.name(events.journal()), received);
        List<RefusedEvent> refused = new ArrayList<>(events.malformed());
        NavigableMap<Long, Event> bySeq = new TreeMap<>();
        // They are dealt with: neither missing nor to come again.
        events.malformed().forEach(event -> bySeq.put(event.seq(), null));
        events.events().forEach(event -> bySeq.put(event.seq(), event));
        long high = journal.high();
        boolean stopped = false;
        for (Map.Entry<Long, Event> entry : bySeq.entrySet()) {
            long seq = entry.getKey();
            Event event = entry.getValue();
            String wrong = event == null ? null : wrong(event);
            if (wrong != null) {
                refused.add(new RefusedEvent(seq, wrong));
            }
            if (seq <= high && !Journals.fillGap(handle, journal.id(), seq)) {
                continue;
            }
            if (seq > high + 1) {
                Journals.missing(handle, journal.id(), high + 1, seq - 1, received);
            }
            if (seq > high) {
                high = seq;
                stopped = event != null && event.kind().equals(Event.Kinds.STOP);
            }
            if (event != null && wrong == null) {
                journal = store(handle, machine, journal, event, received);
            }
        }
        if (high > journal.high()) {
            Journals.raise(handle, journal, high, stopped);
        }
        return new Stored(events.lastSeq(), refused);
    }

    /** Null when nothing is wrong. */
    private static String wrong(Event event) {
        if (!OF_A_SESSION.contains(event.kind())) {
            return null;
        }
        for (String needed : List.of("uid", "user")) {
            String value = event.attributes().get(needed);
            if (value == null || value.isBlank()) {
                return "<event>: a " + event.kind() + " needs " + needed;
            }
        }
        return null;
    }

    private Journal store(Handle handle, BareJid machine, Journal journal, Event event, long received) {
        long happened = Times.putRight(event.at(), skew.of(machine), received);
        boolean ofSession = OF_A_SESSION.contains(event.kind());
        String uid = ofSession ? XmlText.name(event.attributes().get("uid")) : null;
        boolean purged = happened < Marks.purged(handle)
                && (uid == null
                        || SessionRows.find(handle, journal.machineId(), uid).isEmpty());
        if (!purged) {
            insert(handle, journal, event, uid, happened, received);
        }
        if (event.kind().equals(Event.Kinds.START)) {
            return Starts.begin(handle, journal, event, happened, received);
        }
        if (ofSession && !purged) {
            Told told = new Told(machine, journal, uid, event.attributes(), event.at(), happened, received);
            sessions.event(handle, told, event.kind());
        }
        return journal;
    }

    private void insert(Handle handle, Journal journal, Event event, String uid, long happened, long received) {
        Map<String, String> details = new LinkedHashMap<>();
        event.attributes().forEach((name, value) -> details.put(XmlText.name(name), XmlText.clean(value)));
        handle.createUpdate(
                        "INSERT INTO event (journal_id, seq, machine_id, kind, at, happened, received, uid, details)"
                                + " VALUES (:journal, :seq, :machine, :kind, :at, :happened, :received, :uid, :details)")
                .bind("journal", journal.id())
                .bind("seq", event.seq())
                .bind("machine", journal.machineId())
                .bind("kind", XmlText.name(event.kind()))
                .bind("at", Columns.millis(event.at()))
                .bind("happened", happened)
                .bind("received", received)
                .bind("uid", uid)
                .bind("details", gson.toJson(details))
                .execute();
    }
}
