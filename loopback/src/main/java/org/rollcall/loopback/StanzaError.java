package org.rollcall.loopback;

import java.util.Set;
import org.rollcall.loopback.xml.Element;

/** A stanza that is answered by an error (RFC 6120, section 8.3). */
final class StanzaError extends Exception {
    private static final long serialVersionUID = 1;
    private static final String STANZAS = "urn:ietf:params:xml:ns:xmpp-stanzas";
    /** The error type that RFC 6120, section 8.3.3 gives to each condition; the rest is {@code cancel}. */
    private static final Set<String> MODIFY = Set.of("bad-request", "jid-malformed", "not-acceptable");

    private static final Set<String> AUTH = Set.of("forbidden", "not-authorized", "subscription-required");

    private final String condition;

    StanzaError(String condition, String text) {
        super(text);
        this.condition = condition;
    }

    static StanzaError noSuchServer(Jid to) {
        return new StanzaError(
                "remote-server-not-found", "this server knows no domain but its own, not " + to.domain());
    }

    /** The reply, or null: errors and results are never answered by an error, or two servers would never stop. */
    Element replyTo(Element stanza, Jid sender) {
        String type = stanza.get("type");
        if ("error".equals(type) || ("iq".equals(stanza.name()) && "result".equals(type))) {
            return null;
        }
        Element error = new Element("error", Element.CLIENT).set("type", errorType());
        error.add(new Element(condition, STANZAS));
        if (getMessage() != null) {
            error.add(new Element("text", STANZAS).set("xml:lang", "en").text(getMessage()));
        }
        return Element.stanza(stanza.name())
                .set("type", "error")
                .set("id", stanza.get("id"))
                .set("from", stanza.get("to"))
                .set("to", sender.toString())
                .add(error);
    }

    private String errorType() {
        if (MODIFY.contains(condition)) {
            return "modify";
        }
        if (AUTH.contains(condition)) {
            return "auth";
        }
        return condition.equals("resource-constraint") ? "wait" : "cancel";
    }
}
