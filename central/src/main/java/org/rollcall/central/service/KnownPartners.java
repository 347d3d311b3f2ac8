package org.rollcall.central.service;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.roster.Partners;

/**
 * Machines that central believes see it and are seen; people with a role may see it. Nobody is sought: a machine asks
 * by itself at its sign-in, and a burst of requests from here is what servers refuse.
 */
final class KnownPartners implements Partners {
    private final Machines machines;
    private final Predicate<BareJid> hasRole;

    KnownPartners(Machines machines, Predicate<BareJid> hasRole) {
        this.machines = machines;
        this.hasRole = hasRole;
    }

    @Override
    public boolean mayHearUs(BareJid jid) {
        return machines.isKnown(jid) || hasRole.test(jid);
    }

    @Override
    public boolean weWantToHear(BareJid jid) {
        return machines.isKnown(jid);
    }

    @Override
    public Collection<BareJid> sought() {
        return List.of();
    }
}
