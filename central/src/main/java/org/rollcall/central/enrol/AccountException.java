package org.rollcall.central.enrol;

/** The server did not do it; the message is one clear sentence, without any password. */
public final class AccountException extends Exception {
    private static final long serialVersionUID = 1;

    public enum Kind {
        EXISTS,
        MISSING,
        /** The administrator's account is none. */
        FORBIDDEN,
        /** No link, or no answer in time. */
        UNREACHABLE,
        OTHER
    }

    private final Kind kind;

    public AccountException(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
