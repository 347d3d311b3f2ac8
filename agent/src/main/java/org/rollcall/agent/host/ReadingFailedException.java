package org.rollcall.agent.host;

/** The system did not answer, or is shutting down: nothing is known now, which is never the same as nobody. */
public final class ReadingFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public ReadingFailedException(String message) {
        super(message);
    }

    public ReadingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
