package org.rollcall.central.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What is kept of a session and matters for what comes next; times in milliseconds.
 *
 * @param logoff null while it is open
 * @param ended how it ended; null while it is open
 * @param presumed no logoff said that it ended: a later word will be believed
 * @param openedBy {@code logon}, or what else told of it first
 * @param heard the latest of its events
 * @param present the latest presence that had it, by central's clock
 * @param lockedSince null while it is not locked
 * @param idleSince null while it is not idle
 */
record OpenedSession(
        long id,
        String uid,
        long logon,
        Long logoff,
        String ended,
        boolean presumed,
        String openedBy,
        long heard,
        long present,
        Long lockedSince,
        Long idleSince) {

    static final String COLUMNS =
            "id, uid, logon, logoff, ended, presumed, opened_by, heard, present, locked_since, idle_since";

    static OpenedSession of(ResultSet row) throws SQLException {
        return new OpenedSession(
                row.getLong("id"),
                row.getString("uid"),
                row.getLong("logon"),
                Columns.number(row, "logoff"),
                row.getString("ended"),
                row.getInt("presumed") == 1,
                row.getString("opened_by"),
                row.getLong("heard"),
                row.getLong("present"),
                Columns.number(row, "locked_since"),
                Columns.number(row, "idle_since"));
    }

    boolean isOpen() {
        return logoff == null;
    }
}
