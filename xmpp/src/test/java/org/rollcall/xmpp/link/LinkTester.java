package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jivesoftware.smack.XMPPConnection;

/** Makes links to a port of this machine that retry at once, and hears what becomes of them. */
final class LinkTester implements AutoCloseable, LinkListener {
    private static final long PATIENCE_S = 30;

    /** Quick retries come fast, slow ones and those after a conflict not within a test. */
    private static final Backoff.Waits WAITS = new Backoff.Waits(
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofSeconds(60));

    final SmackLink link;
    final BlockingQueue<XMPPConnection> ups = new LinkedBlockingQueue<>();
    final BlockingQueue<LinkFailure> downs = new LinkedBlockingQueue<>();

    LinkTester(LinkSettings settings) {
        link = new SmackLink(settings, List::of, new Backoff(WAITS, new Random(1)), System::nanoTime);
        link.addListener(this);
    }

    static LinkSettings settings(int port) {
        return settings("127.0.0.1", port, TestCertificates.file("ca.pem"), null, true, "secret"::toCharArray);
    }

    static LinkSettings settings(
            String host, int port, Path caFile, String pin, boolean allowPlain, Supplier<char[]> password) {
        return new LinkSettings(
                "iut.example",
                host,
                port,
                "a201b7",
                password,
                "agent",
                caFile,
                pin,
                null,
                null,
                allowPlain,
                0,
                Duration.ofSeconds(5),
                // Long enough for a busy machine.
                Duration.ofSeconds(20),
                Duration.ofMillis(300),
                Duration.ofSeconds(3));
    }

    /** The same, but it waits a second only for a server that says nothing. */
    static LinkSettings impatient(int port) {
        LinkSettings s = settings(port);
        return new LinkSettings(
                s.domain(),
                s.host(),
                s.port(),
                s.user(),
                s.password(),
                s.resource(),
                s.caFile(),
                s.certificateSha256(),
                s.clientCertificate(),
                s.clientCertificatePassword(),
                s.allowPlain(),
                s.priority(),
                s.connectTimeout(),
                Duration.ofSeconds(1),
                s.pingEvery(),
                s.pingTimeout());
    }

    LinkTester start() {
        link.start();
        return this;
    }

    XMPPConnection awaitUp() throws InterruptedException {
        XMPPConnection up = ups.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertNotNull(up, () -> "the link did not come up; " + link.failure());
        return up;
    }

    LinkFailure awaitDown() throws InterruptedException {
        LinkFailure down = downs.poll(PATIENCE_S, TimeUnit.SECONDS);
        assertNotNull(down, "the link did not go down");
        return down;
    }

    @Override
    public void up(XMPPConnection connection) {
        ups.add(connection);
    }

    @Override
    public void down(LinkFailure failure) {
        downs.add(failure);
    }

    @Override
    public void close() {
        link.close();
    }
}
