package org.rollcall.xmpp.command;

/** A command that was not carried out, with the reason and one sentence, in the asker's language, on what to do. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    /** The XMPP stanza error condition that carries the refusal (RFC 6120, section 8.3.3). */
    public enum Reason {
        FORBIDDEN("forbidden"),
        BAD_REQUEST("bad-request"),
        ITEM_NOT_FOUND("item-not-found"),
        /** Windows (or the operating system) does not let even the service do this. */
        NOT_ALLOWED("not-allowed"),
        RESOURCE_CONSTRAINT("resource-constraint"),
        INTERNAL_SERVER_ERROR("internal-server-error");

        private final String condition;

        Reason(String condition) {
            this.condition = condition;
        }

        public String condition() {
            return condition;
        }
    }

    private final Reason reason;

    public Refusal(Reason reason, String text) {
        super(text, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
