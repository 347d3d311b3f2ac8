package org.rollcall.xmpp.link;

import java.util.Map;
import java.util.TreeMap;
import org.jivesoftware.smack.packet.IQ;
import org.jxmpp.jid.Jid;

/** The two requests by which an account is made before the sign-in. */
final class RegistrationIq extends IQ {
    private final Map<String, String> attributes;
    private final Map<String, String> fields;

    private RegistrationIq(
            Jid server, String element, String namespace, Map<String, String> attributes, Map<String, String> fields) {
        super(element, namespace);
        this.attributes = attributes;
        this.fields = new TreeMap<>(fields);
        setType(Type.set);
        setTo(server);
    }

    /** XEP-0445: the token first, the account after it. */
    static RegistrationIq preauth(Jid server, String token) {
        return new RegistrationIq(server, "preauth", "urn:xmpp:pars:0", Map.of("token", token), Map.of());
    }

    /** XEP-0077, section 3.1. */
    static RegistrationIq register(Jid server, String user, String password) {
        return new RegistrationIq(
                server, "query", "jabber:iq:register", Map.of(), Map.of("username", user, "password", password));
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        attributes.forEach(xml::attribute);
        if (fields.isEmpty()) {
            xml.setEmptyElement();
        } else {
            xml.rightAngleBracket();
            // Smack escapes what it is given as an element's text.
            fields.forEach(xml::element);
        }
        return xml;
    }
}
