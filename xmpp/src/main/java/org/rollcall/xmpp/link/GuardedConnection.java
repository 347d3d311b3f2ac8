package org.rollcall.xmpp.link;

import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.SmackException.OutgoingQueueFullException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.TopLevelStreamElement;
import org.jivesoftware.smack.packet.XmlEnvironment;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jivesoftware.smack.tcp.XMPPTCPConnectionConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Smack's connection, made fit to be used again and again. A stanza that another thread sends while the link is not
 * up would reach the server in the middle of the sign-in and break it; and what an ended stream left in the queue would
 * open the next one. So the first is refused, and the second written as nothing.
 */
final class GuardedConnection extends XMPPTCPConnection {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedConnection.class);

    private final LongSupplier nanoTime;
    private volatile Thread signingIn;
    private volatile boolean open;
    private volatile int generation;
    private volatile long lastHeard;
    private volatile Predicate<IQ> requestGate = request -> false;

    GuardedConnection(XMPPTCPConnectionConfiguration configuration, LongSupplier nanoTime) {
        super(configuration);
        this.nanoTime = nanoTime;
    }

    /** From here on only the given thread may send, and what earlier streams left unsent is void. */
    void shut(Thread only) {
        open = false;
        signingIn = only;
        generation++;
    }

    void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    /** By the time source given, when the server was last heard. */
    long lastHeard() {
        return lastHeard;
    }

    void setRequestGate(Predicate<IQ> gate) {
        requestGate = gate;
    }

    @Override
    protected void processStanza(Stanza stanza) throws InterruptedException {
        lastHeard = nanoTime.getAsLong();
        if (stanza instanceof IQ iq && iq.isRequestIQ() && taken(iq)) {
            return;
        }
        super.processStanza(stanza);
    }

    private boolean taken(IQ request) {
        try {
            return requestGate.test(request);
        } catch (RuntimeException e) {
            LOG.error("An IQ request's handler failed; the request is lost", e);
            return true;
        }
    }

    @Override
    protected void sendInternal(TopLevelStreamElement element) throws NotConnectedException, InterruptedException {
        super.sendInternal(guarded(element));
    }

    @Override
    protected void sendNonBlockingInternal(TopLevelStreamElement element)
            throws NotConnectedException, OutgoingQueueFullException {
        super.sendNonBlockingInternal(guarded(element));
    }

    /**
     * Smack calls this from a thread of its own when the server closes the stream, with a presence to say that we go:
     * too late to be of use, and with a full queue it would wait for ever, holding the connection's lock.
     */
    @Override
    public synchronized void disconnect(Presence unavailable) throws NotConnectedException {
        super.disconnect(null);
    }

    /** A handler that throws would otherwise take one of Smack's few places for such work with it, for good. */
    @Override
    protected void asyncGoLimited(Runnable work) {
        super.asyncGoLimited(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A stanza's handler failed; the stanza is lost", e);
            }
        });
    }

    private TopLevelStreamElement guarded(TopLevelStreamElement element) throws NotConnectedException {
        if (!(element instanceof Stanza stanza)) {
            return element;
        }
        int now = generation;
        if (!open && Thread.currentThread() != signingIn) {
            throw new NotConnectedException("the link is not up");
        }
        return new Stamped(stanza, now);
    }

    /** Smack's listeners for sent stanzas do not see it; nothing here uses them. */
    private final class Stamped implements TopLevelStreamElement {
        private final Stanza stanza;
        private final int stream;

        Stamped(Stanza stanza, int stream) {
            this.stanza = stanza;
            this.stream = stream;
        }

        @Override
        public String getElementName() {
            return stanza.getElementName();
        }

        @Override
        public String getNamespace() {
            return stanza.getNamespace();
        }

        @Override
        public CharSequence toXML(XmlEnvironment environment) {
            return stream == generation ? stanza.toXML(environment) : "";
        }
    }
}
