package org.rollcall.xmpp.stanza;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.PacketParserUtils;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.jxmpp.JxmppContext;

class StreamParserTest {
    private static final String LAST = "<message from='a@b/c'><body>still here</body></message>";

    @Test
    void aStanzaNestedAHundredThousandDeepCostsNothingButItself() throws Exception {
        assertStreamSurvives(
                "<message><x xmlns='y'>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</x></message>");
    }

    @Test
    void tenThousandAttributesAndAHugeNameDoNotEndTheStream() throws Exception {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertStreamSurvives("<message><x xmlns='y'" + attributes + "/></message>");
        String name = "n".repeat(50_000);
        assertStreamSurvives("<message><" + name + " xmlns='y'/></message>");
    }

    @Test
    void elementsInsideATextAreNotPartOfItAndPutNothingOutOfStep() throws Exception {
        List<Stanza> stanzas = assertStreamSurvives("<presence><status>a<b xmlns='y'>c<d/></b>e</status></presence>");
        assertEquals("ae", ((Presence) stanzas.get(0)).getStatus());
    }

    @Test
    void aStreamThatEndsInsideAStanzaIsAnErrorAndNoEndlessLoop() {
        assertThrows(XmlPullParserException.class, () -> read("<message><body>a"));
    }

    @Test
    void entitiesAndDocumentTypesAreNotRead() {
        assertThrows(
                Exception.class,
                () -> read("<!DOCTYPE stream [<!ENTITY x 'y'>]><message><body>&x;</body></message></stream>"));
    }

    private static List<Stanza> assertStreamSurvives(String stanza) throws Exception {
        List<Stanza> stanzas = read(stanza + LAST + "</stream>");
        assertEquals(2, stanzas.size());
        assertEquals("still here", ((Message) stanzas.get(1)).getBody());
        return stanzas;
    }

    private static List<Stanza> read(String stanzas) throws Exception {
        RollcallProviders.register();
        XmlPullParser parser =
                SmackXmlParser.newXmlParser(new StringReader("<stream xmlns='jabber:client'>" + stanzas));
        assertInstanceOf(StreamParser.class, parser);
        List<Stanza> read = new ArrayList<>();
        parser.next();
        while (parser.next() == XmlPullParser.Event.START_ELEMENT) {
            assertEquals(2, parser.getDepth());
            read.add(PacketParserUtils.parseStanza(parser, XmlEnvironment.EMPTY, JxmppContext.getDefaultContext()));
        }
        return read;
    }
}
