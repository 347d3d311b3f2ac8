package org.rollcall.xmpp.settings;

import org.rollcall.xmpp.text.Messages;

/** A value that a setting does not take; its text, in the reader's language, continues the setting's name. */
public final class BadValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final String messageKey;
    private final transient Object[] arguments;

    /** @param messageKey of a text beside this class that says what is allowed and what to do */
    public BadValueException(String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    String text(Messages messages) {
        return messages.text(messageKey, arguments);
    }
}
