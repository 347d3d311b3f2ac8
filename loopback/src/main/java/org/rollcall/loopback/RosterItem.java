package org.rollcall.loopback;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.loopback.xml.Element;

/** One contact and the state of the subscription, seen from the roster's owner (RFC 6121, section 2.1.2). */
final class RosterItem {
    static final String NAMESPACE = "jabber:iq:roster";

    private final Jid jid;
    private String name;
    private List<String> groups = List.of();
    private boolean to;
    private boolean from;
    private boolean asked;

    RosterItem(Jid jid) {
        this.jid = jid;
    }

    Jid jid() {
        return jid;
    }

    /** The owner receives the contact's presence. */
    boolean to() {
        return to;
    }

    /** The contact receives the owner's presence. */
    boolean from() {
        return from;
    }

    /** The owner has asked and has no answer. */
    boolean asked() {
        return asked;
    }

    void describe(String newName, List<String> newGroups) {
        name = newName;
        groups = new ArrayList<>(newGroups);
    }

    void setTo(boolean granted) {
        to = granted;
        asked = false;
    }

    void setFrom(boolean granted) {
        from = granted;
    }

    void ask() {
        asked = true;
    }

    Element toXml() {
        String subscription = to ? (from ? "both" : "to") : (from ? "from" : "none");
        Element item = new Element("item", NAMESPACE)
                .set("jid", jid.toString())
                .set("name", name)
                .set("subscription", subscription)
                .set("ask", asked ? "subscribe" : null);
        groups.forEach(group -> item.add("group", group));
        return item;
    }
}
