package org.rollcall.central.command;

import org.jxmpp.jid.BareJid;

/** Where a machine of that account stands, or would stand; null for none. */
@FunctionalInterface
public interface Rooms {
    String of(BareJid jid);
}
