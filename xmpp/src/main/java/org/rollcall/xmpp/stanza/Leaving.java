package org.rollcall.xmpp.stanza;

import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.XmlElement;

/**
 * The {@code <leaving/>} of an agent's last presence: it goes in order. A server that has lost a stream says unavailable
 * as well, in the machine's name, but cannot say this.
 */
public final class Leaving {
    public static final String ELEMENT = "leaving";

    private Leaving() {}

    /** @param reason {@link Event.Kinds#STOP} or {@link Event.Kinds#SLEEP} */
    public static XmlNode toXml(String reason) {
        return XmlNode.rollcall(ELEMENT).with("reason", reason);
    }

    /** Whatever the reason: a newer agent may know more of them. */
    public static boolean in(Presence presence) {
        XmlElement element = presence.getExtensionElement(ELEMENT, Namespace.ROLLCALL);
        return element != null;
    }
}
