package org.rollcall.xmpp.stanza;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code <events/>} of an IQ set: events of one journal, in order.
 *
 * @param journal the id of the journal that all of them stand in
 * @param malformed events that were received but cannot be understood: to be named as refused in the answer, so that
 *     one of them does not hold up those behind it
 */
public record Events(String journal, List<Event> events, List<RefusedEvent> malformed) {
    public static final String ELEMENT = "events";
    /** More than any sender's window. */
    public static final int MOST = 500;

    private static final String EVENT = "event";

    public Events {
        events = List.copyOf(events);
        malformed = List.copyOf(malformed);
    }

    public static Events of(String journal, List<Event> events) {
        return new Events(journal, events, List.of());
    }

    /** The highest seq received, malformed ones included. */
    public long lastSeq() {
        long last = 0;
        for (Event event : events) {
            last = Math.max(last, event.seq());
        }
        for (RefusedEvent event : malformed) {
            last = Math.max(last, event.seq());
        }
        return last;
    }

    public XmlNode toXml() {
        XmlNode node = XmlNode.rollcall(ELEMENT).with("journal", journal);
        for (Event event : events) {
            XmlNode child = node.child(EVENT)
                    .with("seq", event.seq())
                    .with("kind", event.kind())
                    .with("at", event.at());
            event.attributes().forEach(child::with);
        }
        return node;
    }

    /** @throws MalformedException when the whole stanza is to be answered with bad-request */
    public static Events from(XmlNode node) throws MalformedException {
        String journal = Elements.expect(node, ELEMENT).required("journal");
        List<XmlNode> children = node.children(EVENT);
        if (children.isEmpty() || children.size() > MOST) {
            throw new MalformedException("<events> holds " + children.size() + " events, not 1 to " + MOST);
        }
        List<Event> events = new ArrayList<>();
        List<RefusedEvent> malformed = new ArrayList<>();
        long before = 0;
        for (XmlNode child : children) {
            // An event without a readable seq cannot be named in the answer, so the stanza falls with it.
            Attributes attributes = new Attributes(child);
            long seq = attributes.number("seq");
            if (seq <= before) {
                throw attributes.wrong("seq", seq + " does not come after " + before);
            }
            before = seq;
            try {
                events.add(event(seq, child, attributes));
            } catch (MalformedException e) {
                malformed.add(new RefusedEvent(seq, e.getMessage()));
            }
        }
        return new Events(journal, events, malformed);
    }

    private static Event event(long seq, XmlNode child, Attributes attributes) throws MalformedException {
        Map<String, String> others = new LinkedHashMap<>();
        for (String name : child.attributes().keySet()) {
            String value = attributes.optional(name);
            if (value != null && !name.equals("seq") && !name.equals("kind") && !name.equals("at")) {
                others.put(name, value);
            }
        }
        return new Event(seq, attributes.required("kind"), attributes.time("at"), others);
    }
}
