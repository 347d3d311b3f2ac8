package org.rollcall.tests.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.jivesoftware.smack.AbstractXMPPConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.LinkFailure.Kind;

/** The ways to sign in that a server may leave us. */
class SignInIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String user = Names.machine();

    @ParameterizedTest
    @EnumSource
    void anAccountThatHasScramSha256AloneSignsInByIt(ServerKind kind) {
        assertSignsIn(kind, Variant.SCRAM_SHA_256, "SCRAM-SHA-256");
    }

    @ParameterizedTest
    @EnumSource
    void anAccountThatHasScramSha1AloneSignsInByIt(ServerKind kind) {
        assertSignsIn(kind, Variant.SCRAM_SHA_1, "SCRAM-SHA-1");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHasPlainAloneGetsNoPassword(ServerKind kind) {
        try (XmppServer server = kind.start(Variant.PLAIN_ONLY)) {
            server.createAccount(user, "pencil");
            try (WatchedLink watched = WatchedLink.byPassword(server, server.port(), user, () -> "pencil")
                    .start()) {
                assertEquals(
                        Kind.NO_SAFE_MECHANISM,
                        watched.awaitDown(SOON).failure().kind());
            }
        }
    }

    @Test
    void aClientCertificateSignsInWithoutAPasswordOnEjabberd() {
        try (XmppServer server = ServerKind.EJABBERD.start(Variant.CLIENT_CERTIFICATES)) {
            server.createAccount(user, "nobody knows it");
            String jid = user + "@" + server.domain();
            try (WatchedLink watched = WatchedLink.byCertificate(
                            server, server.ca().forAccount(jid))
                    .start()) {
                watched.awaitUp(SOON);
                assertEquals(jid + "/agent", watched.link.jid().orElseThrow().toString());
                assertEquals("EXTERNAL", mechanism(watched));
            }
        }
    }

    @Test
    void theCertificateOfAnotherAuthorityDoesNotSignIn() {
        try (XmppServer server = ServerKind.EJABBERD.start(Variant.CLIENT_CERTIFICATES)) {
            server.createAccount(user, "nobody knows it");
            String jid = user + "@" + server.domain();
            try (WatchedLink watched = WatchedLink.byCertificate(
                            server, new org.rollcall.tests.fixture.TestCa().forAccount(jid))
                    .start()) {
                WatchedLink.Down down = watched.awaitDown(SOON);
                assertTrue(
                        down.failure().kind() == Kind.NO_SAFE_MECHANISM
                                || down.failure().kind() == Kind.PASSWORD,
                        down.failure()::sentence);
            }
        }
    }

    private void assertSignsIn(ServerKind kind, Variant variant, String mechanism) {
        try (XmppServer server = kind.start(variant)) {
            server.createAccount(user, "pencil");
            try (WatchedLink watched = WatchedLink.byPassword(server, server.port(), user, () -> "pencil")
                    .start()) {
                watched.awaitUp(SOON);
                assertEquals(mechanism, mechanism(watched));
            }
        }
    }

    private static String mechanism(WatchedLink watched) {
        return ((AbstractXMPPConnection) watched.link.connection()).getUsedSaslMechansism();
    }
}
