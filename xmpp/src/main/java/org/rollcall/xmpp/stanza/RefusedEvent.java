package org.rollcall.xmpp.stanza;

/**
 * An event that its receiver cannot accept and will not accept later either.
 *
 * @param reason one sentence
 */
public record RefusedEvent(long seq, String reason) {}
