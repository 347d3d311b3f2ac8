package org.rollcall.agent.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.stanza.Event;

/** The sessions that history knows of: readings in, what changed out. No thread, no clock, no disk. */
final class SessionTracker {
    private final Function<Instant, String> uids;
    private final List<KnownSession> known;

    /** @param open the sessions that were open when the agent last looked */
    SessionTracker(List<KnownSession> open, Function<Instant, String> uids) {
        this.known = new ArrayList<>(open);
        this.uids = uids;
    }

    List<KnownSession> sessions() {
        return List.copyOf(known);
    }

    /** A reading, compared with what was known. Whoever is gone was logged off now. */
    List<Change> read(List<Session> reading, Instant now) {
        return read(reading, now, null, null);
    }

    /**
     * The first reading of this process. Whoever is gone was logged off while nobody looked: at the last sign of life,
     * the latest moment at which the session is known to have been there, and with a reason.
     */
    List<Change> readFirst(List<Session> reading, Instant now, Instant lastSign, String reason) {
        return read(reading, now, lastSign, reason);
    }

    /** The wall clock was put forward (or back, when negative). */
    void clockStepped(Duration step) {
        known.replaceAll(session -> session.clockStepped(step));
    }

    private List<Change> read(List<Session> reading, Instant now, Instant endedAt, String reason) {
        List<Change> changes = new ArrayList<>();
        List<Session> unmatched = new ArrayList<>(reading);
        // Ends first: an id can be given to the next session within one reading.
        for (KnownSession session : List.copyOf(known)) {
            Session match = take(unmatched, session);
            if (match == null) {
                known.remove(session);
                changes.add(ended(session, endedAt == null ? now : endedAt, reason));
            } else {
                KnownSession after = session.with(match);
                known.set(known.indexOf(session), after);
                compare(session, after, match, now, changes);
            }
        }
        for (Session begun : unmatched) {
            KnownSession session = new KnownSession(uids.apply(begun.logonTime()), begun, Duration.ZERO);
            known.add(session);
            changes.add(new Change(Event.Kinds.LOGON, begun.logonTime(), session.attributes()));
        }
        return changes;
    }

    private static Session take(List<Session> unmatched, KnownSession session) {
        for (Session read : unmatched) {
            if (session.is(read)) {
                unmatched.remove(read);
                return read;
            }
        }
        return null;
    }

    private static Change ended(KnownSession session, Instant at, String reason) {
        Instant logon = session.session().logonTime();
        // By the clock as it is set now, which may have been put back since the logon.
        Instant earliest = logon.plus(session.stepped());
        Instant end = reason != null && at.isBefore(earliest) ? earliest : at;
        Map<String, String> attributes = session.attributes();
        attributes.put("since", logon.toString());
        attributes.put("lasted", Long.toString(session.lasted(end).toSeconds()));
        if (reason != null) {
            attributes.put("reason", reason);
        }
        return new Change(Event.Kinds.LOGOFF, end, attributes);
    }

    private static void compare(KnownSession was, KnownSession is, Session read, Instant now, List<Change> changes) {
        Session before = was.session();
        boolean connected = read.state() == Session.State.ACTIVE;
        boolean elsewhere =
                connected && (before.kind() != read.kind() || differ(before.clientName(), read.clientName()));
        if (before.state() != read.state()) {
            String kind = connected ? Event.Kinds.CONNECT : Event.Kinds.DISCONNECT;
            changes.add(new Change(kind, now, is.attributes()));
        } else if (elsewhere) {
            // Taken over at another screen without a disconnect in between that we saw.
            changes.add(new Change(Event.Kinds.CONNECT, now, is.attributes()));
        }
        boolean wasLocked = Boolean.TRUE.equals(before.locked());
        if (read.locked() != null && read.locked() != wasLocked) {
            changes.add(new Change(read.locked() ? Event.Kinds.LOCK : Event.Kinds.UNLOCK, now, is.attributes()));
        }
    }

    private static boolean differ(String one, String other) {
        return one != null && other != null && !one.equals(other);
    }
}
