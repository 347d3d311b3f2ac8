package org.rollcall.central.store.sql;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.ClockSkew;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;

/** Makes history agree with a presence: both tell of the same moment when all events up to the presence's are stored. */
final class Reconciler {
    static final String RECONCILED = "reconciled";

    private final Sessions sessions;
    private final SqlMachines machines;
    private final ClockSkew skew;

    Reconciler(Sessions sessions, SqlMachines machines, ClockSkew skew) {
        this.sessions = sessions;
        this.machines = machines;
        this.skew = skew;
    }

    /** False when events that the presence stands on are still to come. */
    boolean reconcile(Handle handle, BareJid machine, MachineState presence, long received) {
        Optional<Long> id = MachineRows.id(handle, machine);
        if (id.isEmpty()) {
            return true;
        }
        Optional<Journal> found = Journals.find(handle, id.get(), presence.journal());
        if (found.isEmpty() || found.get().high() < presence.seq()) {
            return false;
        }
        Journal journal = found.get();
        boolean newest = Journals.newest(handle, id.get())
                .filter(last -> last.id() == journal.id())
                .isPresent();
        // One that history has left behind says nothing; the presence that follows does.
        if (newest && journal.high() == presence.seq()) {
            agree(handle, machine, journal, presence, received);
        }
        return true;
    }

    private void agree(Handle handle, BareJid machine, Journal journal, MachineState presence, long received) {
        Map<String, OpenedSession> open = new HashMap<>();
        for (OpenedSession session : SessionRows.open(handle, journal.machineId())) {
            open.put(session.uid(), session);
        }
        for (SessionState there : presence.sessions()) {
            Told told = told(machine, journal, there, received);
            present(handle, told, there, open.remove(told.uid()));
        }
        if (presence.more() == 0) {
            open.values().forEach(session -> end(handle, machine, journal, session));
        }
    }

    private void present(Handle handle, Told told, SessionState there, OpenedSession known) {
        long received = told.received();
        OpenedSession session = known;
        if (session == null) {
            Optional<OpenedSession> ended =
                    SessionRows.find(handle, told.journal().machineId(), told.uid());
            ended.ifPresent(before -> SessionRows.reopen(handle, before));
            session = ended.orElseGet(() ->
                    sessions.open(handle, told, told.happened(), there.since(), RECONCILED, told.happened(), received));
        }
        SessionRows.heard(handle, session, session.heard(), received);
        if (there.locked() != null) {
            SessionRows.locked(handle, session, there.locked(), received);
        }
        Long idle = there.idleSince() == null ? null : putRight(told.machine(), there.idleSince(), received);
        SessionRows.idle(handle, session, idle, received);
    }

    private void end(Handle handle, BareJid machine, Journal journal, OpenedSession session) {
        long heard = Math.max(Math.max(session.heard(), session.present()), session.logon());
        boolean earlier = journal.begun() != null && heard <= journal.begun();
        long end = earlier ? Ends.presumed(heard, machines.gone(machine), journal.begun()) : heard;
        String reason = earlier ? journal.beforeIt() : RECONCILED;
        SessionRows.end(handle, session, end, reason, (end - session.logon()) / 1000, true);
    }

    private Told told(BareJid machine, Journal journal, SessionState session, long received) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("user", session.user());
        attributes.put("domain", session.domain());
        attributes.put("fullname", session.fullName());
        attributes.put("place", session.kind());
        attributes.put("client", session.client());
        long since = putRight(machine, session.since(), received);
        return new Told(machine, journal, uid(session), attributes, session.since(), since, received);
    }

    private static String uid(SessionState session) {
        return org.rollcall.xmpp.text.XmlText.name(session.uid());
    }

    private long putRight(BareJid machine, java.time.Instant at, long received) {
        return Times.putRight(at, skew.of(machine), received);
    }
}
