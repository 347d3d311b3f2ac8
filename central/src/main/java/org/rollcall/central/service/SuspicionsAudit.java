package org.rollcall.central.service;

import java.time.InstantSource;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.inbox.Suspicions;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.text.MachineName;

/** Keeps for the audit which machines looked as if they were two; nobody asked for anything, so it is central's line. */
final class SuspicionsAudit implements Suspicions {
    private final AuditTrail trail;
    private final InstantSource clock;

    SuspicionsAudit(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void contended(BareJid machine) {
        flag(machine, "two agents sign in in turns");
    }

    @Override
    public void otherHardware(BareJid machine) {
        flag(machine, "another computer signs in");
    }

    private void flag(BareJid machine, String details) {
        String name = MachineName.fromLocalpart(machine.getLocalpartOrThrow().toString());
        trail.record(new AuditLine(0, clock.instant(), "central", null, "sign-in", "flag", name, details, "done"));
    }
}
