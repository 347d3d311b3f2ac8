package org.rollcall.xmpp.link;

import org.jivesoftware.smack.XMPPConnection;

/** Hears of the link; called in order of registration, on the link's own thread, which a listener must not block. */
public interface LinkListener {

    /** Signed in on a new stream, nothing sent yet: state is to be restored now. */
    default void up(XMPPConnection connection) {}

    /** The stream is gone, or could not be had; a retry follows by itself. */
    default void down(LinkFailure failure) {}
}
