package org.rollcall.tests.central.day;

import java.time.Instant;

/** Somebody's time at a machine, as it was. Guarded by the machine. */
final class Stay {
    final int id;
    final String user;
    final Instant since;
    boolean active = true;
    boolean locked;
    /** Null while it lasts. */
    Instant until;
    /** What central is to say of its end; null while it lasts, or while the machine could not tell yet. */
    String told;
    /** What it will be, when the machine comes on again. */
    String unseen;

    Stay(int id, String user, Instant since) {
        this.id = id;
        this.user = user;
        this.since = since;
    }
}
