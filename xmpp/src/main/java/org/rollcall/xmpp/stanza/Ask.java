package org.rollcall.xmpp.stanza;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;

/**
 * The {@code <ask/>} of an IQ: a question under get, an order under set.
 *
 * @param lang the language of texts for people, as in {@code xml:lang}; null: the answerer's choice
 * @param by the person on whose behalf central asks; null for none, and ignored from anybody but central
 * @param after the cursor of the answer's next part, from {@link Answer#more}; null for a new question
 * @param arguments parameter name to text, in the order written
 */
public record Ask(String command, String lang, BareJid by, String after, Map<String, String> arguments) {
    public static final String ELEMENT = "ask";
    public static final int MOST_ARGUMENTS = 32;
    public static final int LONGEST_ARGUMENT = 4096;

    private static final String ARGUMENT = "arg";

    public Ask {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public XmlNode toXml() {
        XmlNode node = XmlNode.rollcall(ELEMENT)
                .with("command", command)
                .with("xml:lang", lang)
                .with("by", by)
                .with("after", after);
        arguments.forEach(
                (name, value) -> node.child(ARGUMENT).with("name", name).text(value));
        return node;
    }

    public static Ask from(XmlNode node) throws MalformedException {
        Attributes attributes = Elements.expect(node, ELEMENT);
        Map<String, String> arguments = new LinkedHashMap<>();
        for (XmlNode child : node.children(ARGUMENT)) {
            String name = new Attributes(child).required("name");
            if (child.text().length() > LONGEST_ARGUMENT) {
                throw new MalformedException(
                        "the argument " + name + " is longer than " + LONGEST_ARGUMENT + " characters");
            }
            if (arguments.put(name, child.text()) != null) {
                throw new MalformedException("the argument " + name + " is given twice");
            }
            if (arguments.size() > MOST_ARGUMENTS) {
                throw new MalformedException("there are more than " + MOST_ARGUMENTS + " arguments");
            }
        }
        return new Ask(
                attributes.required("command"),
                attributes.optional("xml:lang"),
                by(attributes),
                attributes.optional("after"),
                arguments);
    }

    private static BareJid by(Attributes attributes) throws MalformedException {
        String by = attributes.optional("by");
        try {
            return by == null ? null : JidCreate.bareFrom(by);
        } catch (XmppStringprepException e) {
            throw attributes.wrong("by", "is not a JID");
        }
    }
}
