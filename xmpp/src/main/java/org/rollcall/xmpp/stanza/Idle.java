package org.rollcall.xmpp.stanza;

import java.time.Instant;
import java.util.Optional;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.XmlElement;

/** XEP-0319: since when nobody has touched the machine. (Smack's own lies in a module with unwanted managers.) */
public final class Idle {
    public static final String ELEMENT = "idle";
    public static final String NAMESPACE = "urn:xmpp:idle:1";

    private Idle() {}

    public static XmlNode toXml(Instant since) {
        return new XmlNode(ELEMENT, NAMESPACE).with("since", since);
    }

    /** Empty when it is not there or not readable: it only ever decorates a presence. */
    public static Optional<Instant> in(Presence presence) {
        XmlElement element = presence.getExtensionElement(ELEMENT, NAMESPACE);
        if (!(element instanceof XmlNode node)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new Attributes(node).optionalTime("since"));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
