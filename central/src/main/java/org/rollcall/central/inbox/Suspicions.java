package org.rollcall.central.inbox;

import org.jxmpp.jid.BareJid;

/** Told once, when a machine begins to look as if it were two. */
public interface Suspicions {

    /** Two agents sign in under its name in turns. */
    void contended(BareJid machine);

    /** Another computer than before signs in under its name. */
    void otherHardware(BareJid machine);
}
