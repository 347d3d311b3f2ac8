package org.rollcall.central.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far each journal has been stored, and what is missing in between. */
final class Journals {
    private static final String COLUMNS = "SELECT id, machine_id, name, high, begun, boot, before_it FROM journal ";

    private Journals() {}

    static Journal open(Handle handle, long machineId, String name, long received) {
        return find(handle, machineId, name)
                .orElseGet(() -> handle.createQuery(
                                "INSERT INTO journal (machine_id, name, high, first_heard) VALUES (:machine, :name, 0, :heard)"
                                        + " RETURNING id, machine_id, name, high, begun, boot, before_it")
                        .bind("machine", machineId)
                        .bind("name", name)
                        .bind("heard", received)
                        .map((row, context) -> journal(row))
                        .one());
    }

    static Optional<Journal> find(Handle handle, long machineId, String name) {
        return handle.createQuery(COLUMNS + "WHERE machine_id = :machine AND name = :name")
                .bind("machine", machineId)
                .bind("name", name)
                .map((row, context) -> journal(row))
                .findOne();
    }

    /** The one that was first heard of last. */
    static Optional<Journal> newest(Handle handle, long machineId) {
        return handle.createQuery(COLUMNS + "WHERE machine_id = :machine ORDER BY first_heard DESC, id DESC LIMIT 1")
                .bind("machine", machineId)
                .map((row, context) -> journal(row))
                .findOne();
    }

    static void raise(Handle handle, Journal journal, long high, boolean stopped) {
        handle.createUpdate("UPDATE journal SET high = :high, stopped = :stopped WHERE id = :id")
                .bind("high", high)
                .bind("stopped", stopped ? 1 : 0)
                .bind("id", journal.id())
                .execute();
    }

    static void missing(Handle handle, long journalId, long first, long last, long noticed) {
        handle.execute(
                "INSERT INTO gap (journal_id, first_seq, last_seq, noticed) VALUES (?, ?, ?, ?)",
                journalId,
                first,
                last,
                noticed);
    }

    /**
     * Whether an event at or below the high mark was never stored: a stanza that failed, while the next one did not. It
     * is missing no longer.
     */
    static boolean fillGap(Handle handle, long journalId, long seq) {
        Optional<long[]> found = handle.createQuery("SELECT first_seq, last_seq, noticed FROM gap"
                        + " WHERE journal_id = :journal AND first_seq <= :seq AND last_seq >= :seq")
                .bind("journal", journalId)
                .bind("seq", seq)
                .map((row, context) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .findFirst();
        if (found.isEmpty()) {
            return false;
        }
        long[] gap = found.get();
        handle.execute("DELETE FROM gap WHERE journal_id = ? AND first_seq = ?", journalId, gap[0]);
        if (gap[0] < seq) {
            missing(handle, journalId, gap[0], seq - 1, gap[2]);
        }
        if (seq < gap[1]) {
            missing(handle, journalId, seq + 1, gap[1], gap[2]);
        }
        return true;
    }

    private static Journal journal(ResultSet row) throws SQLException {
        return new Journal(
                row.getLong("id"),
                row.getLong("machine_id"),
                row.getString("name"),
                row.getLong("high"),
                Columns.number(row, "begun"),
                Columns.number(row, "boot"),
                row.getString("before_it"));
    }
}
