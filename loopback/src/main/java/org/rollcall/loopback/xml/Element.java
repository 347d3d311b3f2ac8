package org.rollcall.loopback.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One XML element and what is in it. Attributes are named as written ({@code id}, {@code xml:lang}), those of a foreign
 * namespace as <code>{namespace}name</code>. Not thread-safe while it is being built; never changed once routed.
 */
public final class Element {
    public static final String CLIENT = "jabber:client";

    private final String name;
    private final String namespace;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    /** Elements and Strings. */
    private final List<Object> content = new ArrayList<>();

    public Element(String name, String namespace) {
        this.name = name;
        this.namespace = namespace;
    }

    /** A stanza of the stream's own namespace. */
    public static Element stanza(String name) {
        return new Element(name, CLIENT);
    }

    /** The same content under attributes of its own, for sending one stanza to several. */
    public Element withAttributesOfItsOwn() {
        Element copy = new Element(name, namespace);
        copy.attributes.putAll(attributes);
        copy.content.addAll(content);
        return copy;
    }

    public String name() {
        return name;
    }

    public String namespace() {
        return namespace;
    }

    public boolean is(String aName, String aNamespace) {
        return name.equals(aName) && namespace.equals(aNamespace);
    }

    /** Null where there is none. */
    public String get(String attribute) {
        return attributes.get(attribute);
    }

    /** Null takes the attribute away. */
    public Element set(String attribute, String value) {
        if (value == null) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, value);
        }
        return this;
    }

    public Element add(Element child) {
        content.add(child);
        return this;
    }

    /** A new child of the same namespace, with a text. */
    public Element add(String childName, String text) {
        return add(new Element(childName, namespace).text(text));
    }

    public Element text(String text) {
        if (text != null && !text.isEmpty()) {
            content.add(text);
        }
        return this;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public List<Object> content() {
        return content;
    }

    public List<Element> children() {
        List<Element> children = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The first child element, or null. */
    public Element first() {
        for (Object part : content) {
            if (part instanceof Element child) {
                return child;
            }
        }
        return null;
    }

    /** The first such child, or null. */
    public Element child(String childName, String childNamespace) {
        for (Object part : content) {
            if (part instanceof Element child && child.is(childName, childNamespace)) {
                return child;
            }
        }
        return null;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (Object part : content) {
            if (part instanceof String piece) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    /** As it goes into a client's stream. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(256);
        XmlWriter.write(out, this, CLIENT);
        return out.toString();
    }
}
