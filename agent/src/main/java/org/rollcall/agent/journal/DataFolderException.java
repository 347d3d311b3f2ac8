package org.rollcall.agent.journal;

/** The data folder cannot be used; the message is one clear sentence for the log: what is wrong, where, what to do. */
public class DataFolderException extends Exception {
    private static final long serialVersionUID = 1;

    public DataFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
