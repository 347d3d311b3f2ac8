package org.rollcall.xmpp.stanza;

import org.jivesoftware.smack.packet.ErrorIQ;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.IqData;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.Jid;

/** An IQ that carries one element; what the element means is read from {@link #node} by whoever answers it. */
public final class NodeIq extends IQ {
    private final XmlNode node;

    private NodeIq(XmlNode node) {
        super(node.getElementName(), node.getNamespace());
        this.node = node;
    }

    public static NodeIq of(IQ.Type type, Jid to, XmlNode node) {
        NodeIq iq = received(node);
        iq.setType(type);
        iq.setTo(to);
        return iq;
    }

    public static NodeIq get(Jid to, XmlNode node) {
        return of(IQ.Type.get, to, node);
    }

    public static NodeIq set(Jid to, XmlNode node) {
        return of(IQ.Type.set, to, node);
    }

    /** The result of a request: same id, back to whoever sent it. */
    public static NodeIq result(IQ request, XmlNode node) {
        NodeIq iq = of(IQ.Type.result, request.getFrom(), node);
        iq.setStanzaId(request.getStanzaId());
        return iq;
    }

    /** The error reply to a request, without an echo of what was asked, which could be as large as a stanza may be. */
    public static IQ error(IQ request, StanzaError error) {
        IqData reply = StanzaBuilder.buildIqData(request.getStanzaId());
        reply.to(request.getFrom()).ofType(IQ.Type.error);
        return ErrorIQ.builder(error, reply).build();
    }

    /** As a provider makes it: Smack sets the common attributes. */
    static NodeIq received(XmlNode node) {
        return new NodeIq(node);
    }

    public XmlNode node() {
        return node;
    }

    @Override
    protected IQChildElementXmlStringBuilder getIQChildElementBuilder(IQChildElementXmlStringBuilder xml) {
        StringBuilder attributes = new StringBuilder();
        node.writeAttributes(attributes);
        xml.append(attributes);
        if (node.isEmpty()) {
            xml.setEmptyElement();
            return xml;
        }
        xml.rightAngleBracket();
        StringBuilder content = new StringBuilder();
        node.writeContent(content);
        xml.append(content);
        return xml;
    }
}
