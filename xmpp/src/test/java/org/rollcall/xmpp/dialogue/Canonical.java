package org.rollcall.xmpp.dialogue;

import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** XML in one form whatever its writer's taste, and patterns over it: a star for anything, {name} for a value kept. */
final class Canonical {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    private Canonical() {}

    static String of(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        StringBuilder canonical = new StringBuilder();
        write(document.getDocumentElement(), "", canonical);
        return canonical.toString();
    }

    /** Whether it fits; if so, the values of the names that were still free are added to those known. */
    static boolean fits(String pattern, String actual, Map<String, String> known) throws Exception {
        StringBuilder regex = new StringBuilder();
        Map<String, String> free = new TreeMap<>();
        for (String part : of(pattern).split("(?=[*{])|(?<=[*}])")) {
            Matcher name = NAME.matcher(part);
            if (part.equals("*")) {
                regex.append(".*?");
            } else if (!name.matches()) {
                regex.append(Pattern.quote(part));
            } else if (known.containsKey(name.group(1))) {
                regex.append(Pattern.quote(known.get(name.group(1))));
            } else {
                regex.append("(?<").append(name.group(1)).append(">[^'<]*)");
                free.put(name.group(1), "");
            }
        }
        Matcher matcher = Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(of(actual));
        if (!matcher.matches()) {
            return false;
        }
        free.keySet().forEach(name -> known.put(name, matcher.group(name)));
        return true;
    }

    private static void write(Element element, String outer, StringBuilder to) {
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        to.append("\n<").append(element.getLocalName());
        Map<String, String> attributes = new TreeMap<>();
        if (!namespace.equals(outer)) {
            attributes.put("xmlns", namespace);
        }
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        attributes.forEach((key, value) ->
                to.append(' ').append(key).append("='").append(value).append('\''));
        to.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner, namespace, to);
            } else if (!child.getTextContent().isBlank()) {
                String text = child.getTextContent();
                to.append(text.strip().equals("*") ? "*" : text);
            }
        }
        to.append("</>");
    }
}
