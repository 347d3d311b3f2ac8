package org.rollcall.agent.enrol;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jivesoftware.smack.XMPPConnection;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;

/**
 * Which password the link signs in with: the current one, and when the server refuses it, at once the next one. Which
 * of them is right, central has changed it or not, only the server knows.
 */
final class Candidates implements Supplier<char[]>, LinkListener {
    private final PasswordStore store;
    private final Link link;
    private final LongSupplier nanoTime;
    private final LongConsumer refused;
    private final Runnable signedIn;
    private boolean nextFirst;
    private boolean second;
    private String given;
    private boolean refusing;
    private long refusedSince;

    /**
     * @param link asked to try at once again
     * @param refused told, whenever the server has refused all there are, for how many nanoseconds it has done so
     */
    Candidates(PasswordStore store, Link link, LongSupplier nanoTime, LongConsumer refused, Runnable signedIn) {
        this.store = store;
        this.link = link;
        this.nanoTime = nanoTime;
        this.refused = refused;
        this.signedIn = signedIn;
    }

    /** Central has just said that the next one is in force. */
    synchronized void preferNext() {
        nextFirst = true;
        second = false;
        refusing = false;
    }

    @Override
    public synchronized char[] get() {
        String current = store.current();
        String next = store.next();
        if (current == null || next == null) {
            second = false;
            given = current == null ? next : current;
        } else {
            given = nextFirst == second ? current : next;
        }
        return given == null ? null : given.toCharArray();
    }

    @Override
    public void up(XMPPConnection connection) {
        synchronized (this) {
            store.worked(given);
            nextFirst = false;
            second = false;
            refusing = false;
        }
        signedIn.run();
    }

    @Override
    public void down(LinkFailure failure) {
        if (failure.kind() != LinkFailure.Kind.PASSWORD) {
            return;
        }
        long now = nanoTime.getAsLong();
        long since;
        synchronized (this) {
            if (!second && store.current() != null && store.next() != null) {
                second = true;
                since = -1;
            } else {
                second = false;
                refusedSince = refusing ? refusedSince : now;
                refusing = true;
                since = now - refusedSince;
            }
        }
        if (since < 0) {
            link.reconnect("the server refused one of this machine's two passwords, now the other");
        } else {
            refused.accept(since);
        }
    }
}
