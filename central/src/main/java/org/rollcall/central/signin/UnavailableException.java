package org.rollcall.central.signin;

/** Whoever knows the passwords does not answer; the message is a sentence for the log. */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    UnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
