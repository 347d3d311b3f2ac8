package org.rollcall.xmpp.asking;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/**
 * One that is asked: a machine's agent, or central.
 *
 * @param name for people
 */
public record Target(String name, EntityFullJid jid) {
    private static final Resourcepart AGENT = Resourcepart.fromOrThrowUnchecked("agent");
    private static final Resourcepart CENTRAL = Resourcepart.fromOrThrowUnchecked("central");

    /** Only the agent's own resource answers; the account's others are somebody else's programs. */
    public static Target machine(String name, BareJid account) {
        return new Target(name, JidCreate.entityFullFrom(account.asEntityBareJidOrThrow(), AGENT));
    }

    /** Whatever else signs in as the central account is not central. */
    public static Target central(BareJid account) {
        return new Target(account.toString(), JidCreate.entityFullFrom(account.asEntityBareJidOrThrow(), CENTRAL));
    }

    public BareJid account() {
        return jid.asBareJid();
    }
}
