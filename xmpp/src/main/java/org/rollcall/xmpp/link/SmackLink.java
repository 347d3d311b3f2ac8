package org.rollcall.xmpp.link;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jivesoftware.smack.ConnectionListener;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.SmackException.OutgoingQueueFullException;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.xmpp.link.Word.StreamEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * The link over Smack's TCP connection. One thread, {@code rollcall-link}, does everything: it connects, signs in,
 * tells the listeners, pings, and begins again. Other threads only leave it a word.
 */
public final class SmackLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(SmackLink.class);

    private static final Marker UP = MarkerFactory.getMarker("LINK_UP");

    /** Of the two seconds that {@link #close} may take: for a goodbye, then for what is left once the wire is cut. */
    private static final Duration GOODBYE = Duration.ofMillis(1200);

    private static final Duration AFTER_CUT = Duration.ofMillis(500);

    /** How long after a stream's end Smack may take to say why. */
    private static final Duration CAUSE_FOLLOWS = Duration.ofMillis(500);

    private final LinkSettings settings;
    private final Backoff backoff;
    private final LongSupplier nanoTime;
    private final Dialer dialer;
    private final GuardedConnection connection;
    private final List<LinkListener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::live, "rollcall-link");
    private final Word word = new Word();

    private volatile LinkFailure failure;
    private String lastSaid;

    public SmackLink(LinkSettings settings) {
        this(settings, List::of);
    }

    /** @param moreRoots CAs to trust beside the runtime's own, where no CA file is set; asked at each sign-in */
    public SmackLink(LinkSettings settings, Supplier<Collection<X509Certificate>> moreRoots) {
        this(settings, moreRoots, new Backoff(Backoff.Waits.DEFAULT, new Random()), System::nanoTime);
    }

    /**
     * @param nanoTime never goes back, as {@link System#nanoTime}
     * @throws IllegalArgumentException with a sentence, if the settings can never work
     */
    public SmackLink(
            LinkSettings settings,
            Supplier<Collection<X509Certificate>> moreRoots,
            Backoff backoff,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.backoff = backoff;
        this.nanoTime = nanoTime;
        dialer = new Dialer(settings, moreRoots, nanoTime);
        connection = dialer.connection();
        connection.addConnectionListener(new ConnectionListener() {
            @Override
            public void connectionClosed() {
                word.streamEnded(new StreamEnd(null));
            }

            @Override
            public void connectionClosedOnError(Exception e) {
                word.streamEnded(new StreamEnd(e));
            }
        });
        thread.setDaemon(true);
    }

    @Override
    public XMPPConnection connection() {
        return connection;
    }

    @Override
    public void addListener(LinkListener listener) {
        listeners.add(listener);
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public boolean isUp() {
        return connection.isOpen() && connection.isAuthenticated();
    }

    @Override
    public boolean trySend(Stanza stanza) {
        try {
            connection.sendStanzaNonBlocking(stanza);
            return true;
        } catch (NotConnectedException | OutgoingQueueFullException e) {
            LOG.debug("Not sent: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void setRequestGate(Predicate<IQ> gate) {
        connection.setRequestGate(gate);
    }

    @Override
    public Optional<EntityFullJid> jid() {
        return connection.isAuthenticated() ? Optional.ofNullable(connection.getUser()) : Optional.empty();
    }

    @Override
    public Optional<InetAddress> localAddress() {
        return dialer.localAddress();
    }

    @Override
    public Optional<LinkFailure> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void reconnect(String why) {
        LOG.info("Connecting anew: {}", why);
        Runnable cut = dialer.cutting();
        word.reconnect();
        cut.run();
    }

    @Override
    public void close() {
        word.close();
        if (Thread.currentThread() == thread || !thread.isAlive()) {
            return;
        }
        try {
            thread.join(GOODBYE.toMillis());
            if (thread.isAlive()) {
                dialer.cut();
                thread.interrupt();
                thread.join(AFTER_CUT.toMillis());
            }
        } catch (InterruptedException e) {
            dialer.cut();
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            while (!word.isClosing()) {
                LinkFailure why = onceGuarded();
                if (word.isClosing()) {
                    break;
                }
                failure = why;
                tell(listener -> listener.down(why));
                if (word.isAnew()) {
                    continue;
                }
                Duration wait = backoff.next(why.kind());
                say(why, wait);
                word.awaitRetry(wait);
            }
            sayGoodbye();
        } catch (InterruptedException e) {
            if (!word.isClosing()) {
                throw new IllegalStateException("only close interrupts the link", e);
            }
            LOG.debug("The link's goodbye was cut short");
            dialer.hangUp();
        }
    }

    /** A bug below must not end the thread: the program would seem to run, and be off for ever. */
    private LinkFailure onceGuarded() throws InterruptedException {
        try {
            return once();
        } catch (RuntimeException | LinkageError | AssertionError e) {
            LOG.error("The link failed by a fault of the program", e);
            return LinkFailure.of(LinkFailure.Kind.OTHER, "fault", e);
        }
    }

    /** One attempt and, if it succeeds, the whole life of its stream. */
    private LinkFailure once() throws InterruptedException {
        connection.shut(thread);
        dialer.hangUp();
        word.forget();
        try {
            dialer.signIn();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("Sign-in failed", e);
            LinkFailure why = dialer.failures().ofAttempt(e);
            dialer.hangUp();
            return why;
        }
        long since = nanoTime.getAsLong();
        tell(listener -> listener.up(connection));
        failure = null;
        lastSaid = null;
        connection.open();
        LOG.info(UP, "Signed in as {} by {}", connection.getUser(), connection.getUsedSaslMechansism());
        LinkFailure why = watch();
        if (!word.isClosing()) {
            connection.shut(thread);
            dialer.hangUp();
        }
        backoff.lasted(Duration.ofNanos(nanoTime.getAsLong() - since));
        return why;
    }

    /** Until the stream has ended, or is to be ended; pings it when it is silent (XEP-0199). */
    private LinkFailure watch() throws InterruptedException {
        Heartbeat heartbeat = new Heartbeat(settings.pingEvery(), settings.pingTimeout());
        while (!word.isClosing()) {
            if (word.isAnew()) {
                return LinkFailure.of(LinkFailure.Kind.LOST, "as-asked");
            }
            // Asked for before the look at the connection: an end in between then ends the wait below.
            Optional<StreamEnd> end = word.takeStreamEnd();
            if (!connection.isConnected()) {
                return dialer.failures().ofStream(end.isPresent() ? end : causeThatFollows());
            }
            // Else it was told late, of an earlier stream: Smack tells it from a thread of its own.
            Heartbeat.Step step = heartbeat.next(nanoTime.getAsLong(), connection.lastHeard());
            if (step.lost()) {
                return dialer.failures().noAnswerToPing();
            }
            if (step.ping()) {
                trySend(new Ping(connection.getXMPPServiceDomain()));
            }
            word.awaitEnd(step.pause());
        }
        return null;
    }

    private Optional<StreamEnd> causeThatFollows() throws InterruptedException {
        word.awaitEnd(CAUSE_FOLLOWS);
        return word.takeStreamEnd();
    }

    private void sayGoodbye() throws InterruptedException {
        if (!isUp()) {
            dialer.hangUp();
            return;
        }
        trySend(connection
                .getStanzaFactory()
                .buildPresenceStanza()
                .ofType(Presence.Type.unavailable)
                .build());
        connection.setReplyTimeout(GOODBYE.toMillis() / 2);
        connection.disconnect();
        connection.shut(thread);
        LOG.info("Signed out");
    }

    private void tell(Consumer<LinkListener> what) {
        for (LinkListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener of the link failed", e);
            }
        }
    }

    /** Once for each reason, not for each of a night's thousand tries. */
    private void say(LinkFailure why, Duration wait) {
        if (why.sentence().equals(lastSaid)) {
            LOG.debug("Still no link: {}; next try in {}", why.sentence(), wait);
        } else {
            LOG.warn(
                    why.kind().marker(),
                    "No link, trying again in {} s and then until it succeeds: {}",
                    String.format(Locale.ROOT, "%.1f", wait.toMillis() / 1000.0),
                    why);
            lastSaid = why.sentence();
        }
    }
}
