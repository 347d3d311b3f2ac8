package org.rollcall.central.store.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.xmpp.stanza.Event;

/**
 * Sessions as events tell of them. Each event stands on its own: one that comes late, or tells of a session whose logon
 * was never received, leads to the same rows as all of them in order.
 */
final class Sessions {
    private final Names names;
    private final SqlMachines machines;

    Sessions(Names names, SqlMachines machines) {
        this.names = names;
        this.machines = machines;
    }

    void event(Handle handle, Told told, String kind) {
        Optional<OpenedSession> known = SessionRows.find(handle, told.journal().machineId(), told.uid());
        switch (kind) {
            case Event.Kinds.LOGON -> logon(handle, told, known);
            case Event.Kinds.LOGOFF -> logoff(handle, told, known);
            default -> seen(handle, told, kind, known);
        }
    }

    private void logon(Handle handle, Told told, Optional<OpenedSession> known) {
        if (known.isEmpty()) {
            OpenedSession opened = open(handle, told, told.happened(), told.at(), "logon", told.happened(), 0);
            lock(handle, told, opened);
        } else if (!known.get().openedBy().equals("logon")) {
            long logon = Math.min(told.happened(), known.get().logon());
            SessionRows.begun(handle, known.get(), logon, Columns.millis(told.at()));
        }
    }

    private void logoff(Handle handle, Told told, Optional<OpenedSession> known) {
        OpenedSession session = known.orElseGet(() -> openBefore(handle, told, "logoff"));
        if (!session.isOpen() && !session.presumed()) {
            return;
        }
        boolean unseen = Starts.AGENT_OFF.equals(told.attribute("reason"));
        long end = Ends.at(
                session,
                told.happened(),
                unseen,
                machines.gone(told.machine()),
                told.journal().begun());
        Long lasted = Starts.number(told.attribute("lasted"));
        boolean asTold = end == told.happened() && lasted != null && lasted >= 0;
        SessionRows.end(
                handle,
                session,
                end,
                unseen ? told.journal().beforeIt() : "logoff",
                asTold ? lasted : (end - session.logon()) / 1000,
                false);
    }

    private void seen(Handle handle, Told told, String kind, Optional<OpenedSession> known) {
        OpenedSession session = known.orElseGet(() -> openBefore(handle, told, "seen"));
        if (!session.isOpen()) {
            if (told.happened() <= session.logoff() || !session.presumed()) {
                return;
            }
            SessionRows.reopen(handle, session);
        }
        SessionRows.heard(handle, session, told.happened(), 0);
        if (kind.equals(Event.Kinds.LOCK) || kind.equals(Event.Kinds.UNLOCK)) {
            SessionRows.locked(handle, session, kind.equals(Event.Kinds.LOCK), told.happened());
        } else if (known.isEmpty()) {
            lock(handle, told, session);
        }
    }

    private static void lock(Handle handle, Told told, OpenedSession session) {
        if ("true".equals(told.attribute("locked"))) {
            SessionRows.locked(handle, session, true, told.happened());
        }
    }

    /** A session whose logon central does not know: it began when the event says, or before the event at any rate. */
    private OpenedSession openBefore(Handle handle, Told told, String openedBy) {
        Instant since = told.at();
        try {
            String text = told.attribute("since");
            since = text == null ? since : Instant.parse(text);
        } catch (DateTimeException e) {
            // The event's own time is the next best.
        }
        long skew = Columns.millis(told.at()) - told.happened();
        long logon = Math.min(Columns.millis(since) - skew, told.happened());
        return open(handle, told, logon, since, openedBy, told.happened(), 0);
    }

    OpenedSession open(
            Handle handle, Told told, long logon, Instant machineLogon, String openedBy, long heard, long present) {
        String client = told.attribute("client");
        String kind = told.attribute("place");
        String user = told.user();
        SessionRows.Logon at = new SessionRows.Logon(
                names.person(handle, user == null ? "?" : user, told.attribute("domain"), told.attribute("fullname")),
                names.room(handle, MachineRows.account(told.machine())),
                machines.find(told.machine()).map(KnownMachine::address).orElse(null),
                client == null ? told.attribute("address") : client,
                kind == null ? "console" : kind,
                logon,
                Columns.millis(machineLogon));
        return SessionRows.insert(
                handle, told.journal().machineId(), told.uid(), at, openedBy, Math.max(heard, logon), present);
    }
}
