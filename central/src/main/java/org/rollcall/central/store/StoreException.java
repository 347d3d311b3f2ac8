package org.rollcall.central.store;

/** The database cannot be used; the message says why, and what to do where that is known. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
