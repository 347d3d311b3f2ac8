package org.rollcall.central.store;

import java.time.Instant;
import java.util.List;

/** Who did what. Writing is queued, and on disk within a second. */
public interface AuditTrail {

    /** @param line its id is given by the store */
    void record(AuditLine line);

    /**
     * Newest first; what is null does not restrict.
     *
     * @param after a line's id: the page after it
     */
    List<AuditLine> find(String who, String action, String target, Instant from, Instant to, int most, Long after);
}
