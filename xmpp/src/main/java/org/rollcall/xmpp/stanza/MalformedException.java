package org.rollcall.xmpp.stanza;

/** A stanza that lacks what is required, or says it wrongly; the message is one sentence fit to be sent back. */
public final class MalformedException extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedException(String sentence) {
        super(sentence, null, false, false);
    }
}
