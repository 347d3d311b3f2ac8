package org.rollcall.loopback.xml;

import java.util.Map;

/** Writes elements without prefixes: each names its namespace where it differs from its parent's. */
public final class XmlWriter {
    private XmlWriter() {}

    static void write(StringBuilder out, Element element, String parentNamespace) {
        out.append('<').append(element.name());
        if (!element.namespace().equals(parentNamespace)) {
            attribute(out, "xmlns", element.namespace());
        }
        int foreign = 0;
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            String name = attribute.getKey();
            if (name.startsWith("{")) {
                String prefix = "a" + foreign++;
                int end = name.indexOf('}');
                attribute(out, "xmlns:" + prefix, name.substring(1, end));
                name = prefix + ":" + name.substring(end + 1);
            }
            attribute(out, name, attribute.getValue());
        }
        if (element.content().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Object part : element.content()) {
            if (part instanceof Element child) {
                write(out, child, element.namespace());
            } else {
                escape(out, (String) part, false);
            }
        }
        out.append("</").append(element.name()).append('>');
    }

    /** A text made safe for an attribute in single or double quotes. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        escape(out, text, true);
        return out.toString();
    }

    private static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name).append("='");
        escape(out, value, true);
        out.append('\'');
    }

    private static void escape(StringBuilder out, String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\'' -> out.append("&apos;");
                case '"' -> out.append("&quot;");
                // Readers turn a bare CR into LF, and any line end in an attribute into a space.
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> out.append(inAttribute ? "&#9;" : "\t");
                default -> out.append(c);
            }
        }
    }
}
