package org.rollcall.central.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps {@code usage_hour}: every hour that is over is counted once, when somebody asks or before the purge, and again
 * when a session in it has changed since, as a late journal does.
 */
final class UsageCount {
    /** What one transaction counts: other writes wait for no longer. */
    private static final long HOURS_AT_ONCE = Duration.ofDays(7).toHours();

    private final Database database;

    UsageCount(Database database) {
        this.database = database;
    }

    void bringUpToDate(Instant now) {
        long thisHour = now.toEpochMilli() / Marks.HOUR;
        while (!database.read(handle -> isUpToDate(handle, thisHour))) {
            database.writer().now(handle -> countSome(handle, thisHour));
        }
    }

    /** Of the hour that is not over yet, and so in no table. */
    static Map<UsageSweep.Key, UsageSweep.Count> countThisHour(Handle handle, Instant now) {
        long hour = now.toEpochMilli() / Marks.HOUR;
        return UsageSweep.count(spans(handle, hour, hour + 1, now.toEpochMilli()), hour, hour + 1);
    }

    private static boolean isUpToDate(Handle handle, long thisHour) {
        return Marks.counted(handle) >= thisHour
                && handle.createQuery("SELECT count(*) FROM usage_stale")
                                .mapTo(Long.class)
                                .one()
                        == 0;
    }

    private Void countSome(Handle handle, long thisHour) {
        long counted = Marks.counted(handle);
        if (counted < thisHour) {
            long first = counted > 0 ? counted : first(handle, thisHour);
            long end = Math.min(first + HOURS_AT_ONCE, thisHour);
            count(handle, first, end);
            Marks.counted(handle, end);
            return null;
        }
        Long stale = handle.createQuery("SELECT min(hour) FROM usage_stale")
                .mapTo(Long.class)
                .one();
        if (stale != null) {
            long end = Math.min(stale + HOURS_AT_ONCE, thisHour);
            List<Long> hours = handle.createQuery("SELECT hour FROM usage_stale WHERE hour < :end ORDER BY hour")
                    .bind("end", end)
                    .mapTo(Long.class)
                    .list();
            // Most often one after the other; counting one between them again does no harm.
            count(handle, stale, hours.isEmpty() ? stale + 1 : hours.get(hours.size() - 1) + 1);
            handle.execute("DELETE FROM usage_stale WHERE hour < ?", Math.max(end, stale + 1));
        }
        return null;
    }

    private static long first(Handle handle, long thisHour) {
        Long oldest = handle.createQuery("SELECT min(logon) FROM session")
                .mapTo(Long.class)
                .one();
        return oldest == null ? thisHour : Math.min(thisHour, oldest / Marks.HOUR);
    }

    private static void count(Handle handle, long first, long end) {
        if (first >= end) {
            return;
        }
        handle.execute("DELETE FROM usage_hour WHERE hour >= ? AND hour < ?", first, end);
        PreparedBatch batch = handle.prepareBatch("INSERT INTO usage_hour"
                + " (room_id, hour, sessions, in_use_seconds, most_at_once)"
                + " VALUES (:room, :hour, :sessions, :inUse, :most)");
        UsageSweep.count(spans(handle, first, end, end * Marks.HOUR), first, end)
                .forEach((key, count) -> batch.bind("room", key.room())
                        .bind("hour", key.hour())
                        .bind("sessions", count.sessions)
                        .bind("inUse", count.inUseMillis / 1000)
                        .bind("most", count.mostAtOnce)
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static List<UsageSweep.Span> spans(Handle handle, long firstHour, long endHour, long now) {
        Conditions conditions = new Conditions();
        SessionSearch.openAtOrAfter(handle, conditions, Instant.ofEpochMilli(firstHour * Marks.HOUR));
        conditions.and(now, "s.logon < :to", "to", endHour * Marks.HOUR);
        return conditions
                .bind(handle.createQuery(
                        "SELECT s.machine_id, s.room_id, s.logon, s.logoff FROM session s" + conditions))
                .map((row, context) -> new UsageSweep.Span(
                        row.getLong("machine_id"),
                        row.getLong("room_id"),
                        row.getLong("logon"),
                        Columns.number(row, "logoff") == null ? now : row.getLong("logoff")))
                .list();
    }
}
