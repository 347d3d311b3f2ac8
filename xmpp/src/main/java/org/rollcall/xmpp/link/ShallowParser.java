package org.rollcall.xmpp.link;

import java.io.IOException;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.xml.SmackXmlParser;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;
import org.jivesoftware.smack.xml.XmlPullParserFactory;

/**
 * Leaves out what is nested deeper than any real stanza. Smack reads an unknown element by recursion, so that a
 * stranger's stanza of a few thousand levels would overflow the stack of the thread that reads the stream.
 */
final class ShallowParser implements XmlPullParser {
    static final int DEEPEST = 64;

    private final XmlPullParser parser;

    private ShallowParser(XmlPullParser parser) {
        this.parser = parser;
    }

    /** For every parser that Smack makes from now on. */
    static void install() {
        XmlPullParserFactory smacks = SmackXmlParser.getXmlPullParserFactory();
        SmackXmlParser.setXmlPullParserFactory(reader -> new ShallowParser(smacks.newXmlPullParser(reader)));
    }

    @Override
    public Event next() throws IOException, XmlPullParserException {
        Event event = parser.next();
        int skipping = 0;
        while (skipping > 0 || event == Event.START_ELEMENT && parser.getDepth() > DEEPEST) {
            if (event == Event.START_ELEMENT) {
                skipping++;
            } else if (event == Event.END_ELEMENT) {
                skipping--;
            } else if (event == Event.END_DOCUMENT) {
                return event;
            }
            event = parser.next();
        }
        return event;
    }

    @Override
    public TagEvent nextTag() throws IOException, XmlPullParserException {
        Event event = next();
        while (event == Event.TEXT_CHARACTERS && isWhiteSpace()
                || event == Event.IGNORABLE_WHITESPACE
                || event == Event.PROCESSING_INSTRUCTION
                || event == Event.COMMENT) {
            event = next();
        }
        return switch (event) {
            case START_ELEMENT -> TagEvent.START_ELEMENT;
            case END_ELEMENT -> TagEvent.END_ELEMENT;
            default -> throw new XmlPullParserException("text where an element should be");
        };
    }

    @Override
    public String nextText() throws IOException, XmlPullParserException {
        return parser.nextText();
    }

    @Override
    public Object getProperty(String name) {
        return parser.getProperty(name);
    }

    @Override
    public String getInputEncoding() {
        return parser.getInputEncoding();
    }

    @Override
    public int getNamespaceCount() throws XmlPullParserException {
        return parser.getNamespaceCount();
    }

    @Override
    public String getNamespacePrefix(int position) throws XmlPullParserException {
        return parser.getNamespacePrefix(position);
    }

    @Override
    public String getNamespaceUri(int position) throws XmlPullParserException {
        return parser.getNamespaceUri(position);
    }

    @Override
    public String getNamespace(String prefix) {
        return parser.getNamespace(prefix);
    }

    @Override
    public String getDefaultNamespace() {
        return parser.getDefaultNamespace();
    }

    @Override
    public int getDepth() {
        return parser.getDepth();
    }

    @Override
    public String getPositionDescription() {
        return parser.getPositionDescription();
    }

    @Override
    public int getLineNumber() {
        return parser.getLineNumber();
    }

    @Override
    public int getColumnNumber() {
        return parser.getColumnNumber();
    }

    @Override
    public boolean isWhiteSpace() throws XmlPullParserException {
        return parser.isWhiteSpace();
    }

    @Override
    public String getText() {
        return parser.getText();
    }

    @Override
    public String getNamespace() {
        return parser.getNamespace();
    }

    @Override
    public String getName() {
        return parser.getName();
    }

    @Override
    public QName getQName() {
        return parser.getQName();
    }

    @Override
    public String getPrefix() {
        return parser.getPrefix();
    }

    @Override
    public int getAttributeCount() {
        return parser.getAttributeCount();
    }

    @Override
    public String getAttributeNamespace(int index) {
        return parser.getAttributeNamespace(index);
    }

    @Override
    public String getAttributeName(int index) {
        return parser.getAttributeName(index);
    }

    @Override
    public QName getAttributeQName(int index) {
        return parser.getAttributeQName(index);
    }

    @Override
    public String getAttributePrefix(int index) {
        return parser.getAttributePrefix(index);
    }

    @Override
    public String getAttributeType(int index) {
        return parser.getAttributeType(index);
    }

    @Override
    public String getAttributeValue(int index) {
        return parser.getAttributeValue(index);
    }

    @Override
    public String getAttributeValue(String namespace, String name) {
        return parser.getAttributeValue(namespace, name);
    }

    @Override
    public String getAttributeValue(String name) {
        return parser.getAttributeValue(name);
    }

    @Override
    public Event getEventType() throws XmlPullParserException {
        return parser.getEventType();
    }

    @Override
    public boolean supportsRoundtrip() {
        return parser.supportsRoundtrip();
    }
}
