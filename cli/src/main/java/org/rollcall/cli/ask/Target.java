package org.rollcall.cli.ask;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/**
 * A machine that is asked.
 *
 * @param name for people
 */
public record Target(String name, BareJid account) {
    private static final Resourcepart AGENT = Resourcepart.fromOrThrowUnchecked("agent");

    /** Only the agent's own resource answers; the account's others are somebody else's programs. */
    public EntityFullJid agent() {
        return JidCreate.entityFullFrom(account.asEntityBareJidOrThrow(), AGENT);
    }
}
