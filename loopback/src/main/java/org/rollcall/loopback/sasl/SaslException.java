package org.rollcall.loopback.sasl;

/** A sign-in that failed; the client may try again. */
public final class SaslException extends Exception {
    private static final long serialVersionUID = 1;

    private final String condition;

    /** @param condition the element of RFC 6120, section 6.5, such as {@code not-authorized} */
    public SaslException(String condition) {
        super(condition);
        this.condition = condition;
    }

    public String condition() {
        return condition;
    }
}
