package org.rollcall.central.web;

import java.time.Duration;

/** A request that is answered by an error; the sentence is the text {@code error.REASON} in the asker's language. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;
    private final transient Object[] arguments;
    private final Duration retryAfter;

    private ApiException(int status, String reason, Duration retryAfter, Object... arguments) {
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.arguments = arguments;
    }

    public static ApiException notSignedIn() {
        return new ApiException(401, "not-signed-in", null);
    }

    /** Also for what the person has no right to see: that it exists is nothing to tell. */
    public static ApiException notFound() {
        return new ApiException(404, "not-found", null);
    }

    public static ApiException forbidden(String reason) {
        return new ApiException(403, reason, null);
    }

    /** @param field its name and what it may be */
    public static ApiException badRequest(String field) {
        return new ApiException(400, "bad-request", null, field);
    }

    public static ApiException tooLarge() {
        return new ApiException(413, "too-large", null);
    }

    public static ApiException busy() {
        return new ApiException(503, "busy", Duration.ofSeconds(2));
    }

    /** @param why one sentence */
    public static ApiException accountsUnavailable(String why) {
        return new ApiException(503, "accounts-unavailable", Duration.ofSeconds(30), why);
    }

    public static ApiException of(SignInException refused) {
        return switch (refused.reason()) {
            case WRONG_PASSWORD -> new ApiException(401, "wrong-password", null);
            case TOO_MANY_TRIES -> new ApiException(429, "too-many-tries", refused.retryAfter());
            case UNAVAILABLE -> new ApiException(503, "sign-in-unavailable", refused.retryAfter());
        };
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    Object[] arguments() {
        return arguments;
    }

    /** Null for none. */
    Duration retryAfter() {
        return retryAfter;
    }
}
