package org.rollcall.cli.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An ADMX or ADML file, as its elements. */
final class PolicyTemplate {
    static final String NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions";

    private final Element root;

    PolicyTemplate(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        root = document.getDocumentElement();
    }

    Element root() {
        return root;
    }

    /** All of that name below an element, in order. */
    static List<Element> all(Element under, String name) {
        NodeList nodes = under.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    static List<Element> children(Element of) {
        List<Element> found = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** The elements of that name by an attribute that none may share. */
    Map<String, Element> by(String attribute, String name) {
        Map<String, Element> found = new LinkedHashMap<>();
        for (Element element : all(root, name)) {
            Element before = found.put(element.getAttribute(attribute), element);
            if (before != null) {
                throw new AssertionError("twice: " + name + " " + element.getAttribute(attribute));
            }
        }
        return found;
    }

    /** The names in all references such as {@code $(string.NAME)}. */
    Set<String> references(String kind) {
        Set<String> found = new TreeSet<>();
        collect(root, "$(" + kind + ".", found);
        return found;
    }

    private static void collect(Element element, String start, Set<String> found) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String value = element.getAttributes().item(i).getNodeValue();
            if (value.startsWith(start) && value.endsWith(")")) {
                found.add(value.substring(start.length(), value.length() - 1));
            }
        }
        children(element).forEach(child -> collect(child, start, found));
    }
}
