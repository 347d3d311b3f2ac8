package org.rollcall.xmpp.stanza;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jivesoftware.smack.xml.XmlPullParser;
import org.jivesoftware.smack.xml.XmlPullParserException;

/**
 * Reads one element from a stanza, whatever is in it, and leaves the parser on its end tag. What goes beyond the limits
 * is skipped and the element marked as oversized: reading on keeps the stream alive.
 */
public final class XmlNodeReader {
    /** As large as servers let a stanza be (256 KiB), so that only nonsense is cut. */
    static final int MOST_CHARACTERS = 256 * 1024;

    static final int MOST_ELEMENTS = 20_000;
    static final int DEEPEST = 32;

    private int characters;
    private int elements;
    private boolean oversized;

    private XmlNodeReader() {}

    /** @param parser on a start tag; afterwards on the end tag of the same element */
    public static XmlNode read(XmlPullParser parser) throws XmlPullParserException, IOException {
        return new XmlNodeReader().element(parser);
    }

    private XmlNode element(XmlPullParser parser) throws XmlPullParserException, IOException {
        XmlNode root = start(parser);
        Deque<XmlNode> open = new ArrayDeque<>();
        open.push(root);
        // Elements that are open in the document but not kept.
        int skipping = 0;
        while (!open.isEmpty()) {
            switch (parser.next()) {
                case START_ELEMENT -> {
                    if (skipping > 0 || open.size() >= DEEPEST || ++elements > MOST_ELEMENTS) {
                        oversized = true;
                        skipping++;
                    } else {
                        XmlNode child = start(parser);
                        open.peek().add(child);
                        open.push(child);
                    }
                }
                case END_ELEMENT -> {
                    if (skipping > 0) {
                        skipping--;
                    } else {
                        open.pop();
                    }
                }
                case TEXT_CHARACTERS, IGNORABLE_WHITESPACE -> {
                    String text = parser.getText();
                    if (skipping == 0 && fits(text)) {
                        open.peek().append(text);
                    }
                }
                case END_DOCUMENT -> throw new XmlPullParserException("the document ended inside an element");
                default -> {
                    // Comments and processing instructions are forbidden in XMPP (RFC 6120, section 11.1).
                }
            }
        }
        if (oversized) {
            root.markOversized();
        }
        return root;
    }

    private XmlNode start(XmlPullParser parser) {
        XmlNode node = new XmlNode(parser.getName(), parser.getNamespace());
        for (int i = 0; i < parser.getAttributeCount(); i++) {
            String prefix = parser.getAttributePrefix(i);
            String value = parser.getAttributeValue(i);
            boolean plain = prefix == null || prefix.isEmpty();
            if ((plain || prefix.equals("xml")) && fits(value)) {
                node.with(plain ? parser.getAttributeName(i) : "xml:" + parser.getAttributeName(i), value);
            }
        }
        return node;
    }

    private boolean fits(String text) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            oversized = true;
        }
        return characters <= MOST_CHARACTERS;
    }
}
