package org.rollcall.xmpp.roster;

import org.jxmpp.jid.BareJid;

/**
 * One entry of our roster, as the server has it.
 *
 * @param weHear we get this JID's presence ({@code to} or {@code both})
 * @param hearsUs it gets ours ({@code from} or {@code both})
 */
record RosterEntry(BareJid jid, boolean weHear, boolean hearsUs) {
    boolean isNothing() {
        return !weHear && !hearsUs;
    }
}
