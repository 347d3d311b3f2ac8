package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.junit.jupiter.api.Test;
import org.jxmpp.JxmppContext;

class ShallowParserTest {
    @Test
    void aStanzaOfManyThousandLevelsIsReadToItsEnd() throws Exception {
        SmackDefaults.install();
        String levels = "<a>".repeat(30_000) + "</a>".repeat(30_000);
        XmlPullParser parser =
                PacketParserUtils.getParserFor("<message xmlns='jabber:client' from='x@y'><x xmlns='urn:x'>" + levels
                        + "</x><body>hi</body></message>");
        Message message =
                (Message) PacketParserUtils.parseStanza(parser, XmlEnvironment.EMPTY, JxmppContext.getDefaultContext());
        assertEquals("hi", message.getBody());
        assertEquals(XmlPullParser.Event.END_DOCUMENT, parser.next());
    }
}
