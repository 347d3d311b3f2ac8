package org.rollcall.central.store.sql;

import java.time.Duration;
import java.time.Instant;

/** A machine's times by central's clock. */
final class Times {
    private Times() {}

    /** Nothing happens after central has heard of it, whatever the machine's clock says. */
    static long putRight(Instant at, Duration ahead, long received) {
        return Math.min(Columns.millis(at) - ahead.toMillis(), received);
    }
}
