package org.rollcall.xmpp.stanza;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jivesoftware.smack.xml.XmlPullParserFactory;

/** Makes a {@link StreamParser} for each stream: without entities and DTDs (RFC 6120, section 11.1). */
final class StreamParserFactory implements XmlPullParserFactory {
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    StreamParserFactory() {
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    @Override
    public XmlPullParser newXmlPullParser(Reader reader) throws XmlPullParserException {
        try {
            return new StreamParser(factory.createXMLStreamReader(reader));
        } catch (XMLStreamException e) {
            throw new XmlPullParserException(e);
        }
    }
}
