package org.rollcall.xmpp.stanza;

import java.time.Duration;

/**
 * The {@code <enrolment/>} of an IQ result: what became of an {@link Enrol}. What will never be is a stanza error instead:
 * {@code forbidden} (not the enrolment account), {@code item-not-found} (a name outside the park), {@code bad-request}.
 *
 * @param account the machine's own, a bare JID, to sign in as with the password sent; null while it waits
 * @param reason why it waits, one of {@link Reasons}; null once enrolled. A newer central may know more of them
 * @param retryAfter how long to wait before asking again; null once enrolled
 */
public record Enrolment(String account, String reason, Duration retryAfter) {
    public static final String ELEMENT = "enrolment";

    /** Why a PC waits for a person. */
    public static final class Reasons {
        /** Nobody has opened enrolment for this PC's room. */
        public static final String CLOSED = "closed";
        /** The name is enrolled with other hardware. */
        public static final String HARDWARE = "hardware";
        /** Too much at once; nobody needs to do anything. */
        public static final String BUSY = "busy";
        /** A person has said no. */
        public static final String REFUSED = "refused";

        private Reasons() {}
    }

    public static Enrolment done(String account) {
        return new Enrolment(account, null, null);
    }

    public static Enrolment waiting(String reason, Duration retryAfter) {
        return new Enrolment(null, reason, retryAfter);
    }

    public boolean enrolled() {
        return account != null;
    }

    public XmlNode toXml() {
        return XmlNode.rollcall(ELEMENT)
                .with("account", account)
                .with("waiting", reason)
                .with("retry", retryAfter == null ? null : retryAfter.toSeconds());
    }

    public static Enrolment from(XmlNode node) throws MalformedException {
        Attributes attributes = Elements.expect(node, ELEMENT);
        String account = attributes.optional("account");
        return account != null
                ? done(account)
                : waiting(attributes.required("waiting"), Duration.ofSeconds(attributes.number("retry")));
    }
}
