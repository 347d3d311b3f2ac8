package org.rollcall.xmpp.stanza;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jivesoftware.smack.packet.ExtensionElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.util.StringUtils;
import org.rollcall.xmpp.text.XmlText;

/**
 * One XML element with all that is in it. Stanzas are read into this shape first and understood second: a parser that
 * throws costs the asker his answer, as Smack then drops the whole stanza and nobody can reply to it.
 *
 * <p>Text and children are kept apart; mixed content loses its order, which nothing here uses.
 */
public final class XmlNode implements ExtensionElement {
    private final String name;
    private final String namespace;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean oversized;

    public XmlNode(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    /** An element of {@code urn:rollcall:1}. */
    public static XmlNode rollcall(String name) {
        return new XmlNode(name, Namespace.ROLLCALL);
    }

    /** Sets an attribute, cleaned for XML; null leaves it out. */
    public XmlNode with(String attribute, Object value) {
        if (value != null) {
            attributes.put(attribute, XmlText.clean(value.toString()));
        }
        return this;
    }

    /** Adds text, cleaned for XML; null adds nothing. */
    public XmlNode text(String more) {
        if (more != null) {
            text.append(XmlText.clean(more));
        }
        return this;
    }

    public XmlNode add(XmlNode child) {
        children.add(child);
        return this;
    }

    /** Adds a child of the same namespace and returns the child. */
    public XmlNode child(String childName) {
        XmlNode child = new XmlNode(childName, namespace);
        children.add(child);
        return child;
    }

    /** Null when there is none. {@code xml:lang} is kept under that name, other prefixes are dropped. */
    public String attribute(String attribute) {
        return attributes.get(attribute);
    }

    public Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    public String text() {
        return text.toString();
    }

    public List<XmlNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** The children of that name in this element's own namespace. */
    public List<XmlNode> children(String childName) {
        return children.stream()
                .filter(child -> child.name.equals(childName) && child.namespace.equals(namespace))
                .toList();
    }

    /** The first child of that name and namespace; null when there is none. */
    public XmlNode first(String childName, String childNamespace) {
        for (XmlNode child : children) {
            if (child.name.equals(childName) && child.namespace.equals(childNamespace)) {
                return child;
            }
        }
        return null;
    }

    /** Whether the sender sent more than {@link XmlNodeReader} keeps, so that this is not all of it. */
    public boolean oversized() {
        return oversized;
    }

    /** As it was received: a parser lets nothing pass that needs cleaning, but may hand over half a pair. */
    void append(String received) {
        text.append(received);
    }

    void markOversized() {
        oversized = true;
    }

    @Override
    public String getElementName() {
        return name;
    }

    @Override
    public String getNamespace() {
        return namespace;
    }

    @Override
    public CharSequence toXML(XmlEnvironment enclosing) {
        StringBuilder xml = new StringBuilder();
        write(xml, enclosing == null ? null : enclosing.getEffectiveNamespace());
        return xml;
    }

    private void write(StringBuilder xml, String outerNamespace) {
        xml.append('<').append(name);
        if (!namespace.equals(outerNamespace)) {
            xml.append(" xmlns='")
                    .append(StringUtils.escapeForXmlAttributeApos(namespace))
                    .append('\'');
        }
        writeAttributes(xml);
        if (children.isEmpty() && text.isEmpty()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        writeContent(xml);
        xml.append("</").append(name).append('>');
    }

    void writeAttributes(StringBuilder xml) {
        attributes.forEach((key, value) -> xml.append(' ')
                .append(key)
                .append("='")
                .append(StringUtils.escapeForXmlAttributeApos(value))
                .append('\''));
    }

    void writeContent(StringBuilder xml) {
        xml.append(StringUtils.escapeForXmlText(text));
        for (XmlNode child : children) {
            child.write(xml, namespace);
        }
    }

    boolean isEmpty() {
        return children.isEmpty() && text.isEmpty();
    }

    @Override
    public String toString() {
        return toXML(XmlEnvironment.EMPTY).toString();
    }
}
