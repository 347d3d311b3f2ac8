package org.rollcall.xmpp.stanza;

import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

/**
 * Reads a stream for Smack, in place of Smack's own reader, which a stranger can stop with one stanza: Smack's
 * providers call themselves for each level of an unknown element, until the stack and with it the reader's thread ends.
 * Here what lies too deep is not there at all, and text with elements in it does not put the depth out of step.
 */
final class StreamParser implements XmlPullParser {
    /** Far more than any XEP nests. */
    static final int DEEPEST = 64;
    /** The stream's root is 1, so this is a stanza. */
    private static final int STANZA = 2;

    private final XMLStreamReader reader;
    private int depth;
    private boolean atEnd;
    private String stanzaLanguage;

    StreamParser(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** {@code xml:lang} of the stanza being read, which Smack drops for an IQ; null for none. */
    String stanzaLanguage() {
        return stanzaLanguage;
    }

    @Override
    public Event next() throws XmlPullParserException {
        while (true) {
            Event event = step();
            if (event != Event.START_ELEMENT || depth <= DEEPEST) {
                return event;
            }
            while (event != Event.END_ELEMENT || depth > DEEPEST + 1) {
                event = step();
            }
        }
    }

    private Event step() throws XmlPullParserException {
        if (atEnd) {
            depth--;
            atEnd = false;
        }
        try {
            reader.next();
        } catch (XMLStreamException e) {
            throw new XmlPullParserException(e);
        }
        Event event = getEventType();
        if (event == Event.START_ELEMENT) {
            depth++;
            if (depth == STANZA) {
                stanzaLanguage = getAttributeValue(XMLConstants.XML_NS_URI, "lang");
            }
        } else if (event == Event.END_ELEMENT) {
            // As Smack expects: the end tag still has the depth of its element.
            atEnd = true;
        }
        return event;
    }

    /** The text of the element, without the elements in it. */
    @Override
    public String nextText() throws XmlPullParserException {
        int element = depth;
        StringBuilder text = new StringBuilder();
        while (true) {
            Event event = next();
            if (event == Event.TEXT_CHARACTERS && depth == element) {
                text.append(getText());
            } else if (event == Event.END_ELEMENT && depth == element) {
                return text.toString();
            } else if (event == Event.END_DOCUMENT) {
                throw new XmlPullParserException("the stream ended inside an element");
            }
        }
    }

    @Override
    public TagEvent nextTag() throws XmlPullParserException {
        while (true) {
            switch (next()) {
                case START_ELEMENT -> {
                    return TagEvent.START_ELEMENT;
                }
                case END_ELEMENT -> {
                    return TagEvent.END_ELEMENT;
                }
                case END_DOCUMENT -> throw new XmlPullParserException("the stream ended where a tag was expected");
                default -> {
                    // Text between tags means nothing in XMPP.
                }
            }
        }
    }

    @Override
    public Event getEventType() {
        return switch (reader.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> Event.START_ELEMENT;
            case XMLStreamConstants.END_ELEMENT -> Event.END_ELEMENT;
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> Event.TEXT_CHARACTERS;
            case XMLStreamConstants.SPACE -> Event.IGNORABLE_WHITESPACE;
            case XMLStreamConstants.START_DOCUMENT -> Event.START_DOCUMENT;
            case XMLStreamConstants.END_DOCUMENT -> Event.END_DOCUMENT;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> Event.PROCESSING_INSTRUCTION;
            case XMLStreamConstants.COMMENT -> Event.COMMENT;
            case XMLStreamConstants.ENTITY_REFERENCE -> Event.ENTITY_REFERENCE;
            default -> Event.OTHER;
        };
    }

    @Override
    public int getDepth() {
        return depth;
    }

    @Override
    public String getNamespace(String prefix) {
        return reader.getNamespaceContext().getNamespaceURI(prefix == null ? "" : prefix);
    }

    @Override
    public String getNamespace() {
        return getNamespace(getPrefix());
    }

    @Override
    public String getName() {
        return reader.getLocalName();
    }

    @Override
    public QName getQName() {
        return reader.getName();
    }

    @Override
    public String getPrefix() {
        return reader.getPrefix();
    }

    @Override
    public String getText() {
        return reader.getText();
    }

    @Override
    public boolean isWhiteSpace() {
        return reader.isWhiteSpace();
    }

    @Override
    public int getAttributeCount() {
        return reader.getAttributeCount();
    }

    @Override
    public String getAttributeNamespace(int index) {
        return reader.getAttributeNamespace(index);
    }

    @Override
    public String getAttributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    @Override
    public QName getAttributeQName(int index) {
        return reader.getAttributeName(index);
    }

    @Override
    public String getAttributePrefix(int index) {
        return reader.getAttributePrefix(index);
    }

    @Override
    public String getAttributeType(int index) {
        return reader.getAttributeType(index);
    }

    @Override
    public String getAttributeValue(int index) {
        return reader.getAttributeValue(index);
    }

    @Override
    public String getAttributeValue(String namespace, String name) {
        return reader.getAttributeValue(namespace, name);
    }

    @Override
    public int getNamespaceCount() {
        return reader.getNamespaceCount();
    }

    @Override
    public String getNamespacePrefix(int position) {
        return reader.getNamespacePrefix(position);
    }

    @Override
    public String getNamespaceUri(int position) {
        return reader.getNamespaceURI(position);
    }

    @Override
    public Object getProperty(String name) {
        return reader.getProperty(name);
    }

    @Override
    public String getInputEncoding() {
        return reader.getEncoding();
    }

    @Override
    public String getPositionDescription() {
        return reader.getLocation().toString();
    }

    @Override
    public int getLineNumber() {
        return reader.getLocation().getLineNumber();
    }

    @Override
    public int getColumnNumber() {
        return reader.getLocation().getColumnNumber();
    }

    @Override
    public boolean supportsRoundtrip() {
        return false;
    }
}
