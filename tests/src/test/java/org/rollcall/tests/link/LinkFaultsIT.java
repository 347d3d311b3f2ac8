package org.rollcall.tests.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.TestCa;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.LinkFailure.Kind;

/** The link comes back by itself, whatever happens. */
@OnEachServer
class LinkFaultsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ServerKind kind;
    private final String user = Names.machine();

    LinkFaultsIT(ServerKind kind) {
        this.kind = kind;
    }

    @Test
    void afterARestartAndAKillOfTheServer() {
        try (XmppServer server = kind.start();
                WatchedLink watched = signedIn(server, server.port())) {
            server.stop();
            // A server in a hurry closes the socket before its last words are read.
            Kind stopped = watched.awaitDown(SOON).failure().kind();
            assertTrue(stopped == Kind.CLOSED_BY_SERVER || stopped == Kind.LOST, stopped.toString());
            assertEquals(Kind.REFUSED, watched.awaitDown(SOON).failure().kind());
            server.start();
            watched.awaitUp(SOON);

            server.kill();
            server.start();
            watched.awaitUp(SOON);
            assertWorks(watched);
        }
    }

    @Test
    void afterThreeConnectionResets() {
        XmppServer server = kind.shared();
        try (FaultProxy proxy = new FaultProxy(server.port());
                WatchedLink watched = signedIn(server, proxy.port())) {
            for (int i = 0; i < 3; i++) {
                proxy.reset();
                assertEquals(Kind.LOST, watched.awaitDown(SOON).failure().kind());
                watched.awaitUp(SOON);
            }
            assertWorks(watched);
        }
    }

    @Test
    void afterAWrongPasswordWasPutRightOnTheServer() {
        XmppServer server = kind.shared();
        server.createAccount(user, "the wrong one");
        try (WatchedLink watched = WatchedLink.byPassword(server, server.port(), user, () -> "pencil")
                .start()) {
            String sentence = watched.awaitDown(SOON).failure().sentence();
            assertTrue(sentence.contains("refused the password of " + user + "@"), sentence);

            server.setPassword(user, "pencil");
            watched.awaitUp(SOON);
        }
    }

    @Test
    void afterAWrongPasswordWasPutRightInTheSettings() {
        XmppServer server = kind.shared();
        server.createAccount(user, "pencil");
        AtomicReference<String> password = new AtomicReference<>("crayon");
        try (WatchedLink watched = WatchedLink.byPassword(server, server.port(), user, password::get)
                .start()) {
            assertEquals(Kind.PASSWORD, watched.awaitDown(SOON).failure().kind());

            password.set("pencil");
            watched.awaitUp(SOON);
        }
    }

    @Test
    void afterTheAccountWasMade() {
        XmppServer server = kind.shared();
        try (WatchedLink watched = WatchedLink.byPassword(server, server.port(), user, () -> "pencil")
                .start()) {
            assertEquals(Kind.PASSWORD, watched.awaitDown(SOON).failure().kind());

            server.createAccount(user, "pencil");
            watched.awaitUp(SOON);
        }
    }

    @Test
    void afterTheCertificateWasRenewed() {
        try (XmppServer server = kind.start();
                WatchedLink watched = signedIn(server, server.port())) {
            server.useCertificate(server.ca().expired(server.domain()));
            watched.link.reconnect("a test");
            Await.until(
                    "the expired certificate",
                    SOON,
                    () -> watched.awaitDown(SOON).failure().kind() == Kind.CERTIFICATE);
            String sentence = watched.link.failure().orElseThrow().sentence();
            assertTrue(sentence.contains("the certificate of iut.rdz expired on"), sentence);

            awaitNextSecond();
            server.renewCertificate();
            watched.awaitUp(SOON);
        }
    }

    @Test
    void afterACertificateOfAnotherAuthority() {
        TestCa other = new TestCa();
        try (XmppServer server = kind.start()) {
            server.createAccount(user, "pencil");
            server.useCertificate(other.forServer(server.domain()));
            try (WatchedLink watched = WatchedLink.byPassword(server, server.port(), user, () -> "pencil")
                    .start()) {
                String sentence = watched.awaitDown(SOON).failure().sentence();
                assertTrue(sentence.contains("not signed by a CA of"), sentence);
                assertTrue(sentence.contains(server.certificate().sha256()), sentence);

                awaitNextSecond();
                server.renewCertificate();
                watched.awaitUp(SOON);
            }
        }
    }

    @Test
    void butNotAtOnceAfterSomebodyElseSignedInAsTheSameMachine() {
        XmppServer server = kind.shared();
        try (WatchedLink first = signedIn(server, server.port());
                WatchedLink second = WatchedLink.byPassword(server, server.port(), user, () -> "pencil")
                        .start()) {
            second.awaitUp(SOON);
            assertEquals(Kind.CONFLICT, first.awaitDown(SOON).failure().kind());
            assertWorks(second);
            assertFalse(first.link.isUp());
        }
    }

    private WatchedLink signedIn(XmppServer server, int port) {
        server.createAccount(user, "pencil");
        WatchedLink watched = WatchedLink.byPassword(server, port, user, () -> "pencil");
        watched.start().awaitUp(SOON);
        return watched;
    }

    /** ejabberd knows a changed file by its time, in seconds. */
    private static void awaitNextSecond() {
        long soon = System.currentTimeMillis() + 1_100;
        Await.until("the next second", SOON, () -> System.currentTimeMillis() > soon);
    }

    /** Up, and alive: it stays so for longer than a ping takes to find out. */
    private static void assertWorks(WatchedLink watched) {
        Await.until("the link is up", SOON, watched.link::isUp);
        long until = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        Await.until("four seconds", SOON, () -> System.nanoTime() > until || !watched.link.isUp());
        assertTrue(watched.link.isUp());
    }
}
