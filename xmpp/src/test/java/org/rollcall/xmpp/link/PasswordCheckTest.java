package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.loopback.sasl.Mechanism;

class PasswordCheckTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private LoopbackServer server;

    @BeforeEach
    void start() throws Exception {
        server = LoopbackServer.builder()
                .domain("iut.example")
                .account("a201b7", "secret")
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theRightPasswordIsRightAndNobodyStaysSignedIn() throws Exception {
        char[] given = "secret".toCharArray();

        assertEquals(Optional.empty(), PasswordCheck.failure(settings(given, false), LIMIT));

        assertArrayEquals(new char[6], given, "the password is overwritten");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!server.signedIn().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(), server.signedIn());
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountAreTheServersWord() throws Exception {
        assertEquals(LinkFailure.Kind.PASSWORD, kind("wrong", false));
        server.removeAccount("a201b7");
        assertEquals(LinkFailure.Kind.PASSWORD, kind("secret", false));
    }

    @Test
    void thePasswordItselfIsSentOnlyWhereTheSettingsAllowIt() throws Exception {
        server.close();
        server = LoopbackServer.builder()
                .domain("iut.example")
                .account("a201b7", "secret")
                .mechanisms(Mechanism.PLAIN)
                .start();

        assertEquals(LinkFailure.Kind.NO_SAFE_MECHANISM, kind("secret", false));
        assertEquals(Optional.empty(), PasswordCheck.failure(settings("secret".toCharArray(), true), LIMIT));
    }

    @Test
    void aServerThatSaysNothingIsCutAtTheLimit() throws Exception {
        server.freeze();

        long start = System.nanoTime();
        LinkFailure failure = PasswordCheck.failure(settings("secret".toCharArray(), false), Duration.ofMillis(300))
                .orElseThrow();

        assertTrue(System.nanoTime() - start < Duration.ofSeconds(15).toNanos());
        assertTrue(failure.kind() != LinkFailure.Kind.PASSWORD, failure.sentence());
    }

    private LinkFailure.Kind kind(String password, boolean allowPlain) throws InterruptedException {
        return PasswordCheck.failure(settings(password.toCharArray(), allowPlain), LIMIT)
                .orElseThrow()
                .kind();
    }

    private LinkSettings settings(char[] password, boolean allowPlain) {
        return LinkTester.settings(
                server.host(), server.port(), null, server.certificateSha256(), allowPlain, () -> password);
    }
}
