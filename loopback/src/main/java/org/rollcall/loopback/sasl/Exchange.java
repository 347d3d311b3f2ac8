package org.rollcall.loopback.sasl;

/** One sign-in in progress. */
public interface Exchange {

    /**
     * Takes what the client said and gives what to answer: a challenge, or once {@link #user} is known what goes along
     * with success (empty for nothing).
     */
    byte[] answer(byte[] said) throws SaslException;

    /** The localpart that has signed in; null as long as none has. */
    String user();
}
