package org.rollcall.loopback.xml;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML stream, a stanza at a time. Restricted as RFC 6120, section 11.1 wants it: no DTD, no entities but the five,
 * no comments, no processing instructions.
 */
public final class StanzaReader {
    /** What Prosody and ejabberd accept by default. */
    public static final int LARGEST_STANZA = 256 * 1024;

    static final int DEEPEST = 64;

    private final LimitedInput input;
    private final XMLStreamReader xml;

    /** Returns when the stream's first bytes have come. */
    public StanzaReader(InputStream in, int largestStanza) throws StreamException, IOException {
        input = new LimitedInput(in, largestStanza);
        try {
            // A decoder of our own: the parser would guess the encoding, and wait for more bytes to do so.
            InputStreamReader decoded = new InputStreamReader(
                    input, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
            // A factory for each: they are not thread-safe, and making a reader already waits for its first bytes.
            xml = hardened().createXMLStreamReader(decoded);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Counted over a document, and a stream is one document: it would end after so many escaped characters.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.entityExpansionLimit", "0");
        return factory;
    }

    /** Reads {@code <stream:stream …>} alone. */
    public Element header() throws StreamException, IOException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            refuseRestricted(event);
            event = next();
        }
        input.startAfresh();
        return startTag();
    }

    /** The next stanza, or null when the other side has closed the stream. */
    public Element stanza() throws StreamException, IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                Element element = element(1);
                input.startAfresh();
                return element;
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return null;
            }
            refuseRestricted(event);
        }
    }

    /** Reads and forgets whatever still comes, until the other side or the socket closes. */
    public void drain() throws IOException {
        byte[] buffer = new byte[8192];
        input.startAfresh();
        while (input.read(buffer, 0, buffer.length) >= 0) {
            input.startAfresh();
        }
    }

    private Element element(int depth) throws StreamException, IOException {
        if (depth > DEEPEST) {
            throw new StreamException("policy-violation", "elements nested more than " + DEEPEST + " deep");
        }
        Element element = startTag();
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    flush(text, element);
                    element.add(element(depth + 1));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    flush(text, element);
                    return element;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                default -> refuseRestricted(event);
            }
        }
    }

    private static void flush(StringBuilder text, Element element) {
        element.text(text.toString());
        text.setLength(0);
    }

    private Element startTag() {
        String namespace = xml.getNamespaceURI();
        Element element = new Element(xml.getLocalName(), namespace == null ? "" : namespace);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String name = xml.getAttributeLocalName(i);
            if ("xml".equals(prefix)) {
                name = "xml:" + name;
            } else if (prefix != null && !prefix.isEmpty()) {
                name = "{" + xml.getAttributeNamespace(i) + "}" + name;
            }
            element.set(name, xml.getAttributeValue(i));
        }
        return element;
    }

    private static void refuseRestricted(int event) throws StreamException {
        switch (event) {
            case XMLStreamConstants.DTD,
                    XMLStreamConstants.ENTITY_REFERENCE,
                    XMLStreamConstants.COMMENT,
                    XMLStreamConstants.PROCESSING_INSTRUCTION ->
                throw new StreamException("restricted-xml", "a DTD, an entity, a comment or a processing instruction");
            default -> {
                // White space between stanzas keeps connections alive.
            }
        }
    }

    private int next() throws StreamException, IOException {
        try {
            return xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser also throws unchecked exceptions on some malformed input.
            throw failure(e);
        }
    }

    private StreamException failure(Exception e) throws IOException {
        if (input.tooMuch()) {
            return new StreamException("policy-violation", "a stanza is too large");
        }
        if (input.failure() != null) {
            throw input.failure();
        }
        if (input.ended()) {
            throw new EOFException("the connection ended");
        }
        return new StreamException("not-well-formed", e.getMessage());
    }
}
