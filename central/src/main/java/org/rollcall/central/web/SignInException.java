package org.rollcall.central.web;

import java.time.Duration;

/** Why somebody was not let in. */
public final class SignInException extends Exception {
    private static final long serialVersionUID = 1;

    public enum Reason {
        WRONG_PASSWORD,
        TOO_MANY_TRIES,
        /** Who would know does not answer. */
        UNAVAILABLE
    }

    private final Reason reason;
    private final Duration retryAfter;

    /** @param retryAfter when it makes sense to try again */
    public SignInException(Reason reason, Duration retryAfter) {
        super(reason.name());
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
