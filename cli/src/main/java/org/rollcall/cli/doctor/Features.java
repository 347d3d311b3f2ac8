package org.rollcall.cli.doctor;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a server offers at one step of a stream (RFC 6120 §4.3.2).
 *
 * @param startTls whether TLS is offered
 * @param startTlsRequired whether nothing goes without it
 * @param mechanisms of SASL
 * @param registration whether accounts can be made in this stream (XEP-0077 §2)
 * @param invitation whether an invitation is taken for that (XEP-0445); whether it is needed does not show
 */
record Features(
        boolean startTls, boolean startTlsRequired, Set<String> mechanisms, boolean registration, boolean invitation) {
    private static final String TLS = "urn:ietf:params:xml:ns:xmpp-tls";
    private static final String SASL = "urn:ietf:params:xml:ns:xmpp-sasl";
    private static final Set<String> INVITE = Set.of("urn:xmpp:invite", "urn:xmpp:ibr-token:0");
    private static final String REGISTER = "http://jabber.org/features/iq-register";

    /** @param stream from its beginning up to the features' end */
    static Features of(String stream) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        // RFC 6120 §11.1 allows neither in a stream.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean tls = false;
        boolean required = false;
        boolean registration = false;
        boolean invitation = false;
        Set<String> mechanisms = new TreeSet<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(stream + "</stream:stream>"));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    String name = reader.getLocalName();
                    String namespace = reader.getNamespaceURI();
                    tls |= TLS.equals(namespace) && name.equals("starttls");
                    required |= TLS.equals(namespace) && name.equals("required");
                    registration |= REGISTER.equals(namespace);
                    invitation |= INVITE.contains(namespace);
                    if (SASL.equals(namespace) && name.equals("mechanism")) {
                        mechanisms.add(reader.getElementText().strip());
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("what the server says is no XMPP stream: " + e.getMessage(), e);
        }
        return new Features(tls, required, mechanisms, registration, invitation);
    }
}
