package org.rollcall.central.store.sql;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Up to when history was purged, up to which hour it was counted, and which counted hours have changed since. */
final class Marks {
    static final long HOUR = Duration.ofHours(1).toMillis();

    private static final String PURGED = "purged";
    private static final String COUNTED = "counted";

    private Marks() {}

    /** History before this is gone for good; 0 when nothing was ever purged. */
    static long purged(Handle handle) {
        return get(handle, PURGED, 0);
    }

    static void purged(Handle handle, long before) {
        set(handle, PURGED, before);
    }

    /** The first hour since 1970 that is not counted yet. */
    static long counted(Handle handle) {
        return get(handle, COUNTED, Long.MIN_VALUE);
    }

    static void counted(Handle handle, long hour) {
        set(handle, COUNTED, hour);
    }

    /** What was counted from this time on no longer holds. */
    static void changedFrom(Handle handle, long millis) {
        long counted = counted(handle);
        long first = Math.max(millis / HOUR, purged(handle) / HOUR + 1);
        for (long hour = first; hour < counted; hour++) {
            handle.execute("INSERT INTO usage_stale (hour) VALUES (?) ON CONFLICT DO NOTHING", hour);
        }
    }

    private static long get(Handle handle, String name, long otherwise) {
        return handle.createQuery("SELECT value FROM mark WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .orElse(otherwise);
    }

    private static void set(Handle handle, String name, long value) {
        handle.execute(
                "INSERT INTO mark (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }
}
