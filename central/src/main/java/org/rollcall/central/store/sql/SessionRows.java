package org.rollcall.central.store.sql;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The table of sessions: what is written there, and nothing about why. */
final class SessionRows {
    private SessionRows() {}

    static Optional<OpenedSession> find(Handle handle, long machineId, String uid) {
        return handle.createQuery(
                        "SELECT " + OpenedSession.COLUMNS + " FROM session WHERE machine_id = :machine AND uid = :uid")
                .bind("machine", machineId)
                .bind("uid", uid)
                .map((row, context) -> OpenedSession.of(row))
                .findOne();
    }

    static List<OpenedSession> open(Handle handle, long machineId) {
        return handle.createQuery("SELECT " + OpenedSession.COLUMNS
                        + " FROM session WHERE machine_id = :machine AND logoff IS NULL")
                .bind("machine", machineId)
                .map((row, context) -> OpenedSession.of(row))
                .list();
    }

    /** Whose it is and where, as known at its logon. */
    record Logon(long person, Long room, String address, String client, String kind, long at, long machineAt) {}

    static OpenedSession insert(
            Handle handle, long machineId, String uid, Logon logon, String openedBy, long heard, long present) {
        Marks.changedFrom(handle, logon.at());
        return handle.createQuery("INSERT INTO session (machine_id, uid, person_id, room_id, address, client, kind,"
                        + " logon, machine_logon, opened_by, heard, present) VALUES (:machine, :uid, :person, :room,"
                        + " :address, :client, :kind, :logon, :machineLogon, :openedBy, :heard, :present)"
                        + " RETURNING " + OpenedSession.COLUMNS)
                .bind("machine", machineId)
                .bind("uid", uid)
                .bind("person", logon.person())
                .bind("room", logon.room())
                .bind("address", logon.address())
                .bind("client", logon.client())
                .bind("kind", logon.kind())
                .bind("logon", logon.at())
                .bind("machineLogon", logon.machineAt())
                .bind("openedBy", openedBy)
                .bind("heard", heard)
                .bind("present", present)
                .map((row, context) -> OpenedSession.of(row))
                .one();
    }

    /** @param presumed no logoff said so: a later one will be believed */
    static void end(Handle handle, OpenedSession session, long logoff, String ended, long lasted, boolean presumed) {
        Marks.changedFrom(handle, session.logoff() == null ? logoff : Math.min(logoff, session.logoff()));
        handle.createUpdate("UPDATE session SET logoff = :logoff, ended = :ended, lasted = :lasted,"
                        + " presumed = :presumed, locked_since = NULL, idle_since = NULL,"
                        + " locked_seconds = locked_seconds + :locked, idle_seconds = idle_seconds + :idle"
                        + " WHERE id = :id")
                .bind("logoff", logoff)
                .bind("ended", ended)
                .bind("lasted", lasted)
                .bind("presumed", presumed ? 1 : 0)
                .bind("locked", seconds(session.lockedSince(), logoff))
                .bind("idle", seconds(session.idleSince(), logoff))
                .bind("id", session.id())
                .execute();
    }

    static void reopen(Handle handle, OpenedSession session) {
        Marks.changedFrom(handle, session.logoff());
        handle.execute(
                "UPDATE session SET logoff = NULL, ended = NULL, lasted = NULL, presumed = 0 WHERE id = ?",
                session.id());
    }

    /** The logon itself, of a session that was first told of by something later. */
    static void begun(Handle handle, OpenedSession session, long logon, long machineLogon) {
        Marks.changedFrom(handle, Math.min(logon, session.logon()));
        handle.execute(
                "UPDATE session SET logon = ?, machine_logon = ?, opened_by = 'logon' WHERE id = ?",
                logon,
                machineLogon,
                session.id());
    }

    static void heard(Handle handle, OpenedSession session, long heard, long present) {
        handle.execute(
                "UPDATE session SET heard = ?, present = ? WHERE id = ?",
                Math.max(heard, session.heard()),
                Math.max(present, session.present()),
                session.id());
    }

    static void locked(Handle handle, OpenedSession session, boolean locked, long at) {
        span(handle, session, "locked", session.lockedSince(), locked ? at : null, at);
    }

    static void idle(Handle handle, OpenedSession session, Long since, long at) {
        span(handle, session, "idle", session.idleSince(), since, at);
    }

    private static void span(Handle handle, OpenedSession session, String what, Long before, Long since, long at) {
        if ((before == null) == (since == null)) {
            return;
        }
        Update update = handle.createUpdate("UPDATE session SET " + what + "_since = :since, " + what + "_seconds = "
                + what + "_seconds + :seconds WHERE id = :id");
        update.bind("since", since)
                .bind("seconds", since == null ? seconds(before, at) : 0)
                .bind("id", session.id())
                .execute();
    }

    private static long seconds(Long from, long to) {
        return from == null ? 0 : Math.max(0, (to - from) / 1000);
    }
}
