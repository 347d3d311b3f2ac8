package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.link.LinkFailure.Kind;
import org.rollcall.xmpp.link.ScriptedServer.Script;

/** Every kind of failed start says in one sentence what is wrong. */
class LinkFailuresTest {
    private static final Path CA = TestCertificates.file("ca.pem");
    private static final String SCRAM = "<mechanism>SCRAM-SHA-256</mechanism>";

    @Test
    void aClosedPortRefuses() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertFails(LinkTester.settings(port), Kind.REFUSED, "127.0.0.1:" + port + " refused the connection");
    }

    @Test
    void anUnknownHostIsSaidToHaveNoAddress() throws Exception {
        assertFails(
                LinkTester.settings("no-such-host.invalid", 5222, CA, null, false, "secret"::toCharArray),
                Kind.NAME_NOT_FOUND,
                "no-such-host.invalid has no address");
    }

    @Test
    void aDomainWithoutAnyRecordIsSaidToHaveNone() throws Exception {
        assertFails(
                LinkTester.settings(null, 5222, CA, null, false, "secret"::toCharArray),
                Kind.NAME_NOT_FOUND,
                "iut.example has neither SRV records (_xmpp-client._tcp) nor an address");
    }

    @Test
    void aSilentPortIsAskedWhetherItIsXmpp() throws Exception {
        assertFails(LinkTester::impatient, c -> c.awaitEnd(), Kind.NOT_XMPP, "took the connection but says nothing");
    }

    @Test
    void aWebServerIsNotAnXmppServer() throws Exception {
        assertFails(
                c -> {
                    c.expect("<stream:stream");
                    c.send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n<html></html>");
                },
                Kind.NOT_XMPP,
                "is not an XMPP server: it says \"HTTP/1.1 400 Bad Request");
    }

    @Test
    void anSshServerIsNotAnXmppServer() throws Exception {
        assertFails(
                c -> {
                    c.send("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
                    c.awaitEnd();
                },
                Kind.NOT_XMPP,
                "is not an XMPP server: it says \"SSH-2.0-OpenSSH_9.2p1");
    }

    @Test
    void aPortThatClosesAtOnceIsSaidToCloseWithoutAWord() throws Exception {
        assertFails(c -> c.close(), Kind.CLOSED_BY_SERVER, "closed the connection without a word");
    }

    @Test
    void aServerWithoutTlsGetsNoSignIn() throws Exception {
        assertFails(
                c -> {
                    c.offer(SCRAM);
                    c.awaitEnd();
                },
                Kind.NO_SAFE_MECHANISM,
                "offers no TLS, which is required");
    }

    @Test
    void anUntrustedCertificateIsNamedWithItsFingerprint() throws Exception {
        Path other = TestCertificates.file("other-ca.pem");
        assertFails(
                port -> LinkTester.settings("127.0.0.1", port, other, null, true, "secret"::toCharArray),
                shows("server"),
                Kind.CERTIFICATE,
                "not signed by a CA of",
                Fingerprint.of(TestCertificates.certificate("server")));
    }

    @Test
    void anExpiredCertificateIsSaidToBeExpired() throws Exception {
        assertFails(shows("expired"), Kind.CERTIFICATE, "the certificate of iut.example expired on 2021-01-01");
    }

    @Test
    void aCertificateForAnotherNameIsSaidToBeSo() throws Exception {
        assertFails(shows("wrong-name"), Kind.CERTIFICATE, "not for iut.example but for [www.other.example]");
    }

    @Test
    void aWrongPinNamesTheFingerprintSeen() throws Exception {
        String pin = Fingerprint.of(TestCertificates.certificate("wildcard"));
        assertFails(
                port -> LinkTester.settings("127.0.0.1", port, null, pin, true, "secret"::toCharArray),
                shows("server"),
                Kind.CERTIFICATE,
                "another certificate than the pinned one",
                Fingerprint.of(TestCertificates.certificate("server")));
    }

    @Test
    void plainAloneIsNotUsedUnlessTheSettingsAllowIt() throws Exception {
        assertFails(
                port -> LinkTester.settings("127.0.0.1", port, CA, null, false, "secret"::toCharArray),
                c -> {
                    c.startTls("server");
                    c.offer(ScriptedServer.PLAIN);
                    c.awaitEnd();
                },
                Kind.NO_SAFE_MECHANISM,
                "it has [PLAIN], allowed are [SCRAM-SHA-256, SCRAM-SHA-1]",
                "allow-plain");
    }

    @Test
    void aWrongPasswordIsSaidToBeRefused() throws Exception {
        assertFails(saslFailure("not-authorized"), Kind.PASSWORD, "refused the password of a201b7@iut.example");
    }

    @Test
    void aDisabledAccountIsSaidToBeDisabled() throws Exception {
        assertFails(saslFailure("account-disabled"), Kind.ACCOUNT_UNKNOWN, "a201b7@iut.example is disabled");
    }

    @Test
    void aServerThatCannotCheckPasswordsJustNowIsTriedAgainSoon() throws Exception {
        assertFails(saslFailure("temporary-auth-failure"), Kind.CLOSED_BY_SERVER, "cannot check passwords just now");
    }

    @Test
    void aMissingPasswordIsSaidToBeMissing() throws Exception {
        assertFails(
                port -> LinkTester.settings("127.0.0.1", port, CA, null, true, () -> null),
                c -> {
                    c.startTls("server");
                    c.offer(ScriptedServer.PLAIN);
                    c.awaitEnd();
                },
                Kind.PASSWORD,
                "no password is set for a201b7@iut.example");
    }

    @Test
    void aServerOfAnotherDomainIsSaidToBeSo() throws Exception {
        assertFails(
                c -> {
                    c.expect("<stream:stream");
                    c.send(
                            "<?xml version='1.0'?><stream:stream xmlns='jabber:client'"
                                    + " xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'><stream:error>"
                                    + "<host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
                    c.awaitEnd();
                },
                Kind.WRONG_DOMAIN,
                "is an XMPP server, but not for the domain iut.example");
    }

    @Test
    void aServerThatFallsSilentInTheMiddleHasTimedOut() throws Exception {
        assertFails(
                LinkTester::impatient,
                c -> {
                    c.startTls("server");
                    c.awaitEnd();
                },
                Kind.TIMED_OUT,
                "stopped answering during the sign-in");
    }

    private static Script shows(String certificate) {
        return c -> {
            c.startTls(certificate);
            c.awaitEnd();
        };
    }

    private static Script saslFailure(String condition) {
        return c -> {
            c.startTls("server");
            c.offer(ScriptedServer.PLAIN);
            c.expect("</auth>");
            c.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><" + condition + "/></failure>");
            c.awaitEnd();
        };
    }

    @FunctionalInterface
    private interface SettingsFor {
        LinkSettings of(int port);
    }

    private static void assertFails(Script script, Kind kind, String... parts)
            throws IOException, InterruptedException {
        assertFails(LinkTester::settings, script, kind, parts);
    }

    private static void assertFails(SettingsFor settings, Script script, Kind kind, String... parts)
            throws IOException, InterruptedException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertFails(settings.of(server.port()), kind, parts);
            Throwable broken = server.broken();
            assertTrue(broken == null || broken instanceof javax.net.ssl.SSLException, () -> "script: " + broken);
        }
    }

    private static void assertFails(LinkSettings settings, Kind kind, String... parts) throws InterruptedException {
        try (LinkTester tester = new LinkTester(settings).start()) {
            LinkFailure failure = tester.awaitDown();
            assertEquals(kind, failure.kind(), failure.sentence());
            for (String part : parts) {
                assertTrue(failure.sentence().contains(part), failure.sentence());
            }
            assertEquals(1, failure.sentence().lines().count(), failure.sentence());
            assertNull(tester.ups.peek());
        }
    }
}
