package org.rollcall.central.store.sql;

import java.time.Instant;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.text.XmlText;

/**
 * What an event or a presence tells of a session, from which machine, and when.
 *
 * @param happened put right by the machine's clock's skew, and never after it was received
 * @param at what the machine said
 */
record Told(
        BareJid machine,
        Journal journal,
        String uid,
        Map<String, String> attributes,
        Instant at,
        long happened,
        long received) {

    String user() {
        return attribute("user");
    }

    /** Null when absent or empty; names are cut, as nothing says that they came through our own parser. */
    String attribute(String name) {
        String value = attributes.get(name);
        return value == null || value.isEmpty() ? null : XmlText.name(value);
    }
}
