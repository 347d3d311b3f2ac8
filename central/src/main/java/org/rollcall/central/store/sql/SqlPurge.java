package org.rollcall.central.store.sql;

import java.time.Duration;
import java.time.Instant;
import org.rollcall.central.privacy.Keep;
import org.rollcall.central.privacy.Purge;

/** Deletes in small transactions between those that store; the counts of what goes are brought up to date first. */
final class SqlPurge implements Purge {
    private static final int AT_ONCE = 1000;

    private final Database database;
    private final SqlMachines machines;
    private final UsageCount counts;

    SqlPurge(Database database, SqlMachines machines, UsageCount counts) {
        this.database = database;
        this.machines = machines;
        this.counts = counts;
    }

    @Override
    public Purged purge(Keep keep, Instant now) {
        counts.bringUpToDate(now);
        long history = floor(now, keep.history());
        // From here on an event that is older is no longer stored, so that what goes now cannot come back.
        database.writer().now(handle -> {
            Marks.purged(handle, Math.max(history, Marks.purged(handle)));
            return null;
        });
        machines.forgetUsers(
                machine -> machine.lastUserAt() != null && machine.lastUserAt().toEpochMilli() < history);
        long sessions = delete("session", "logoff < ? AND logon < ?", history, history);
        long events = delete("event", "happened < ?", history);
        long audit = delete("audit", "at < ?", Columns.millis(now.minus(keep.audit())));
        database.writer().now(handle -> {
            handle.execute("DELETE FROM gap WHERE noticed < ?", history);
            return handle.execute("DELETE FROM person WHERE NOT EXISTS"
                    + " (SELECT 1 FROM session WHERE session.person_id = person.id)");
        });
        return new Purged(sessions, events, audit);
    }

    /** To the hour, so that no hour is counted in part. */
    private static long floor(Instant now, Duration keep) {
        return Columns.millis(now.minus(keep)) / Marks.HOUR * Marks.HOUR;
    }

    private long delete(String table, String condition, Object... values) {
        String key = table.equals("event") ? "(journal_id, seq)" : "id";
        String columns = table.equals("event") ? "journal_id, seq" : "id";
        String sql = "DELETE FROM " + table + " WHERE " + key + " IN (SELECT " + columns + " FROM " + table + " WHERE "
                + condition + " LIMIT " + AT_ONCE + ")";
        long deleted = 0;
        int now;
        do {
            now = database.writer().now(handle -> handle.execute(sql, values));
            deleted += now;
        } while (now == AT_ONCE);
        return deleted;
    }
}
