package org.rollcall.central.directory;

/** The directory could not be asked; the message is a sentence for the log and for administrators. */
public final class DirectoryException extends Exception {
    private static final long serialVersionUID = 1;

    DirectoryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
