package org.rollcall.central.directory;

import org.rollcall.xmpp.text.Sentence;

/** The directory could not be asked; the message is a sentence for the log, in English. */
public final class DirectoryException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Sentence told;

    DirectoryException(Sentence told, Throwable cause) {
        super(told.toString(), cause);
        this.told = told;
    }

    /** The same for administrators, in their language. */
    Sentence told() {
        return told;
    }
}
