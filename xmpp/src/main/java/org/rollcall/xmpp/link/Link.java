package org.rollcall.xmpp.link;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.EntityFullJid;

/** The one connection of a program, and its life: connect, TLS, sign in, ping, and back again after any failure. */
public interface Link extends AutoCloseable {

    /** The same object for the link's whole life: stanza handlers are registered on it once, before {@link #start}. */
    XMPPConnection connection();

    /** Register before {@link #start}. */
    void addListener(LinkListener listener);

    /** Begins to connect, on the link's own thread, and returns at once. */
    void start();

    /** Signed in, with a stream believed to be alive. */
    boolean isUp();

    /**
     * Sends if the link is up and there is room in the outgoing queue (some 500 stanzas), without waiting; false: not
     * sent. True is no promise of delivery. What is sent on {@link #connection} itself while the link is not up gets
     * Smack's NotConnectedException, but for the listeners' own sends in {@link LinkListener#up}.
     */
    boolean trySend(Stanza stanza);

    /**
     * Lets a program answer all IQ requests itself: asked before Smack's own handlers, on the reader's thread, which it
     * must not block; true: taken care of. Set before {@link #start}.
     */
    void setRequestGate(Predicate<IQ> gate);

    /** Who we are, once signed in. */
    Optional<EntityFullJid> jid();

    /** This computer's address on the way to the server, once connected. */
    Optional<InetAddress> localAddress();

    /** Why it is down, while it is. */
    Optional<LinkFailure> failure();

    /** Ends the stream without a word and connects anew at once, as after a resume from sleep. */
    void reconnect(String why);

    /** Says unavailable and closes, within 2 s whatever the server does; idempotent. */
    @Override
    void close();
}
