package org.rollcall.xmpp.stanza;

import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jxmpp.JxmppContext;
import org.rollcall.xmpp.text.XmlLimits;

/** Stanzas from text, read as Smack reads them from a stream. */
final class Parsed {
    private Parsed() {}

    @SuppressWarnings("unchecked")
    static <S extends Stanza> S stanza(String xml) throws Exception {
        XmlLimits.lift();
        RollcallProviders.register();
        String inStream = xml.replaceFirst("^<(\\w+)", "<$1 xmlns='jabber:client'");
        return (S) PacketParserUtils.parseStanza(
                PacketParserUtils.getParserFor(inStream), XmlEnvironment.EMPTY, JxmppContext.getDefaultContext());
    }

    /** The element alone, through a stanza and back. */
    static XmlNode node(XmlNode node) throws Exception {
        NodeIq iq = stanza("<iq type='get' id='1'>" + node + "</iq>");
        return iq.node();
    }

    static XmlNode node(String xml) throws Exception {
        NodeIq iq = stanza("<iq type='set' id='1'>" + xml + "</iq>");
        return iq.node();
    }
}
