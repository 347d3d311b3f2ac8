package org.rollcall.tests.link;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jivesoftware.smack.XMPPConnection;
import org.rollcall.tests.fixture.TestCa;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.Backoff;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;

/** A link to a server under test, and when it went up and down. */
public final class WatchedLink implements LinkListener, AutoCloseable {

    /** What only a person can put right is tried again after seconds here, not minutes. */
    public static final Backoff.Waits QUICK = new Backoff.Waits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofMinutes(4),
            Duration.ofSeconds(60));

    /** @param nanos by {@link System#nanoTime} */
    public record Down(LinkFailure failure, long nanos) {}

    public final SmackLink link;
    private final BlockingQueue<Long> ups = new LinkedBlockingQueue<>();
    private final BlockingQueue<Down> downs = new LinkedBlockingQueue<>();

    private boolean started;

    private WatchedLink(LinkSettings settings, Backoff.Waits waits) {
        link = new SmackLink(settings, List::of, new Backoff(waits, new Random()), System::nanoTime);
        link.addListener(this);
    }

    /** By password, through a port that is the server's or a proxy's; pinged after 2 s. */
    public static WatchedLink byPassword(XmppServer server, int port, String user, Supplier<String> password) {
        return new WatchedLink(
                settings(server, port, user, password, null, Duration.ofSeconds(2), Duration.ofSeconds(1)), QUICK);
    }

    /** As an agent out of the box: pings and retries by default. */
    public static WatchedLink byDefault(XmppServer server, int port, String user, String password) {
        return new WatchedLink(
                settings(
                        server,
                        port,
                        user,
                        () -> password,
                        null,
                        LinkSettings.DEFAULT_PING_EVERY,
                        LinkSettings.DEFAULT_PING_TIMEOUT),
                Backoff.Waits.DEFAULT);
    }

    public static WatchedLink byCertificate(XmppServer server, Path pkcs12) {
        return new WatchedLink(
                settings(server, server.port(), null, null, pkcs12, Duration.ofSeconds(2), Duration.ofSeconds(1)),
                QUICK);
    }

    public boolean isStarted() {
        return started;
    }

    public WatchedLink start() {
        started = true;
        link.start();
        return this;
    }

    /** @return when, by {@link System#nanoTime} */
    public long awaitUp(Duration limit) {
        Long up = poll(ups, limit);
        if (up == null) {
            throw new AssertionError("not up within " + limit + "; " + link.failure());
        }
        return up;
    }

    public Down awaitDown(Duration limit) {
        Down down = poll(downs, limit);
        if (down == null) {
            throw new AssertionError("not down within " + limit);
        }
        return down;
    }

    @Override
    public void up(XMPPConnection connection) {
        ups.add(System.nanoTime());
    }

    @Override
    public void down(LinkFailure failure) {
        downs.add(new Down(failure, System.nanoTime()));
    }

    @Override
    public void close() {
        link.close();
    }

    private static <T> T poll(BlockingQueue<T> queue, Duration limit) {
        try {
            return queue.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static LinkSettings settings(
            XmppServer server,
            int port,
            String user,
            Supplier<String> password,
            Path pkcs12,
            Duration pingEvery,
            Duration pingTimeout) {
        return new LinkSettings(
                server.domain(),
                "127.0.0.1",
                port,
                user,
                password == null ? null : () -> password.get().toCharArray(),
                "agent",
                server.ca().caFile(),
                null,
                pkcs12,
                TestCa.PKCS12_PASSWORD::toCharArray,
                false,
                0,
                LinkSettings.DEFAULT_CONNECT_TIMEOUT,
                LinkSettings.DEFAULT_REPLY_TIMEOUT,
                pingEvery,
                pingTimeout);
    }
}
