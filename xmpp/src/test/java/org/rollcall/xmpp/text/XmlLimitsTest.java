package org.rollcall.xmpp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.stax.StaxXmlPullParserFactory;
import org.junit.jupiter.api.Test;

class XmlLimitsTest {
    /** Fails on Java 24 and later when the limits are in force. */
    @Test
    void aStreamOfWeeksIsReadToItsEnd() throws Exception {
        assertEquals(50_000, elements("<s>" + "<m name='&lt;&amp;&apos;'>&lt;</m>".repeat(49_999) + "</s>"));
    }

    @Test
    void aDeepStanzaDoesNotEndTheStream() throws Exception {
        assertEquals(1000, elements("<a>".repeat(1000) + "</a>".repeat(1000)));
    }

    @Test
    void aLongNameDoesNotEndTheStream() throws Exception {
        assertEquals(2, elements("<s><" + "n".repeat(5000) + " xmlns='u:1'/></s>"));
    }

    private static int elements(String xml) throws Exception {
        XmlLimits.lift();
        XmlPullParser parser = new StaxXmlPullParserFactory().newXmlPullParser(new StringReader(xml));
        int elements = 0;
        for (XmlPullParser.Event event = parser.next();
                event != XmlPullParser.Event.END_DOCUMENT;
                event = parser.next()) {
            if (event == XmlPullParser.Event.START_ELEMENT) {
                elements++;
            }
        }
        return elements;
    }
}
