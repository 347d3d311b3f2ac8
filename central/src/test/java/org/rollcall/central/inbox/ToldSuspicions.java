package org.rollcall.central.inbox;

import java.util.ArrayList;
import java.util.List;
import org.jxmpp.jid.BareJid;

/** Remembers them. */
final class ToldSuspicions implements Suspicions {
    final List<String> told = new ArrayList<>();

    @Override
    public void contended(BareJid machine) {
        told.add("contended " + machine.getLocalpartOrNull());
    }

    @Override
    public void otherHardware(BareJid machine) {
        told.add("other hardware " + machine.getLocalpartOrNull());
    }
}
