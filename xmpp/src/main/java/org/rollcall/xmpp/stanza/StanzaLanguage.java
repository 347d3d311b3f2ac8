package org.rollcall.xmpp.stanza;

import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.XmlEnvironment;

/** {@code xml:lang} of a request that was read, as Smack does not tell it for an IQ. Never written. */
public final class StanzaLanguage implements ExtensionElement {
    private static final String ELEMENT = "lang";

    private final String language;

    StanzaLanguage(String language) {
        this.language = language;
    }

    /** As the request's element says, else as its stanza says; null when neither does. */
    public static String of(IQ request) {
        if (request instanceof NodeIq iq) {
            return iq.node().attribute("xml:lang");
        }
        return request.getExtensionElement(ELEMENT, Namespace.ROLLCALL) instanceof StanzaLanguage found
                ? found.language
                : null;
    }

    @Override
    public String getElementName() {
        return ELEMENT;
    }

    @Override
    public String getNamespace() {
        return Namespace.ROLLCALL;
    }

    @Override
    public CharSequence toXML(XmlEnvironment environment) {
        return "";
    }
}
