package org.rollcall.xmpp.command;

import java.util.Optional;
import org.jxmpp.jid.Jid;

/** Tells who may do what. Thread-safe; answers at once, from memory. */
public interface Roles {

    /** @param from a JID as the server stamped it; null (the server itself) has no role */
    Optional<Role> roleOf(Jid from);

    /** Whether this is the one that may ask on another's behalf. */
    boolean isCentral(Jid from);
}
