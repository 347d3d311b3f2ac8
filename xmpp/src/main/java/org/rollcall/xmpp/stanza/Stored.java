package org.rollcall.xmpp.stanza;

import java.util.ArrayList;
import java.util.List;

/**
 * The {@code <stored/>} of an IQ result: events up to this seq are committed, or refused for good.
 *
 * @param seq the last one of the request, stored or refused
 * @param refused those that will never be accepted
 */
public record Stored(long seq, List<RefusedEvent> refused) {
    public static final String ELEMENT = "stored";

    private static final String REFUSED = "refused";

    public Stored {
        refused = List.copyOf(refused);
    }

    public XmlNode toXml() {
        XmlNode node = XmlNode.rollcall(ELEMENT).with("seq", seq);
        for (RefusedEvent event : refused) {
            node.child(REFUSED).with("seq", event.seq()).with("reason", event.reason());
        }
        return node;
    }

    public static Stored from(XmlNode node) throws MalformedException {
        long seq = Elements.expect(node, ELEMENT).number("seq");
        List<RefusedEvent> refused = new ArrayList<>();
        for (XmlNode child : node.children(REFUSED)) {
            Attributes attributes = new Attributes(child);
            refused.add(new RefusedEvent(attributes.number("seq"), attributes.required("reason")));
        }
        return new Stored(seq, refused);
    }
}
