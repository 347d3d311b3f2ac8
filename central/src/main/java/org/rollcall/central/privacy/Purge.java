package org.rollcall.central.privacy;

import java.time.Instant;

/** Takes away what has been kept for long enough; counts without names stay. */
public interface Purge {

    /** What was taken away. */
    record Purged(long sessions, long events, long auditLines) {}

    /** Takes a while when there is much; in small steps, so that events are stored meanwhile. */
    Purged purge(Keep keep, Instant now);
}
