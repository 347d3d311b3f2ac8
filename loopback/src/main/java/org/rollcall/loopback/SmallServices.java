package org.rollcall.loopback;

import org.rollcall.loopback.xml.Element;

/** Questions with an empty answer: XEP-0199 ping, and the session that RFC 3921 wanted and old clients still ask for. */
final class SmallServices implements IqService {
    static final String PING = "urn:xmpp:ping";
    static final String SESSION = "urn:ietf:params:xml:ns:xmpp-session";

    @Override
    public boolean serves(Element payload) {
        return payload.is("ping", PING) || payload.is("session", SESSION);
    }

    @Override
    public Element answer(Client from, Element iq, Element payload) {
        return null;
    }
}
