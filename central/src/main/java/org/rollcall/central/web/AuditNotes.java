package org.rollcall.central.web;

import java.time.InstantSource;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.command.Role;

/** What people ask and do on the board, for the audit. */
public final class AuditNotes {
    private static final String CHANNEL = "web";
    private static final int LONGEST = 500;
    private static final int STRANGERS_A_MINUTE = 30;

    private final AuditTrail trail;
    private final InstantSource clock;
    private final Sparingly strangers;

    public AuditNotes(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
        strangers = new Sparingly(STRANGERS_A_MINUTE, clock);
    }

    /**
     * @param target null for none
     * @param details null for none
     */
    public void done(Viewer viewer, String action, String target, String details) {
        tried(viewer, action, target, details, "done");
    }

    /** @param outcome a stable word for what came of it */
    public void tried(Viewer viewer, String action, String target, String details, String outcome) {
        String role = viewer.rights().anywhere().map(Role::id).orElse(null);
        record(viewer.id(), role, action, target, details, outcome);
    }

    /** What somebody did who is not signed in; beyond so many a minute it is not noted. */
    public void stranger(String name, String action, String details, String outcome) {
        if (strangers.may()) {
            record(name, null, action, null, details, outcome);
        }
    }

    private void record(String who, String role, String action, String target, String details, String outcome) {
        trail.record(
                new AuditLine(0, clock.instant(), cut(who), role, CHANNEL, action, cut(target), cut(details), outcome));
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
