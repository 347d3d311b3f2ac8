package org.rollcall.xmpp.command;

import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

/**
 * Who asks: always the JID that the server stamped.
 *
 * @param from the sender's full JID
 * @param by the person on whose behalf central asks; null unless {@code from} is central
 * @param role what the sender may do
 * @param channel how it came: {@code ask}, {@code chat} or {@code ad-hoc}
 */
public record Asker(Jid from, BareJid by, Role role, String channel) {}
