package org.rollcall.xmpp.entity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.XmlNode;

/** Asking another entity for its time (XEP-0202). */
public final class EntityTime {
    private static final String NAMESPACE = "urn:xmpp:time";

    private EntityTime() {}

    public static IQ question(Jid to) {
        return NodeIq.get(to, new XmlNode("time", NAMESPACE));
    }

    /** Empty when the answer has none. */
    public static Optional<Instant> in(IQ answer) {
        XmlNode utc = answer instanceof NodeIq iq ? iq.node().first("utc", NAMESPACE) : null;
        try {
            return utc == null
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(utc.text()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
