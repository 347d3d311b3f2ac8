package org.rollcall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.tests.fixture.XmppServer;

/** What tests do to servers of their own. */
@OnEachServer
class ServerLifeIT {
    private final ServerKind kind;
    private XmppServer server;

    ServerLifeIT(ServerKind kind) {
        this.kind = kind;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsItsAccountsAndPortWhenKilled() {
        server = kind.start();
        server.createAccount("a201b7", "pencil");
        int port = server.port();
        server.kill();
        server.start();
        assertEquals(port, server.port());
        signIn("SCRAM-SHA-" + (kind == ServerKind.PROSODY ? "256" : "1"));
    }

    @Test
    void showsARenewedCertificateWithoutARestart() {
        server = kind.start();
        String before = server.certificate().sha256();
        long pid = server.pid();
        server.renewCertificate();
        assertNotEquals(before, server.certificate().sha256());
        Await.until(
                "the new certificate",
                Duration.ofSeconds(10),
                () -> shown().contains(server.certificate().sha256()));
        assertEquals(pid, server.pid());
    }

    @Test
    void canHaveDebiansUntouchedModules() {
        server = kind.start(Variant.DEBIAN_DEFAULTS);
        server.createAccount("a201b7", "pencil");
        signIn(null);
    }

    @Test
    void canKnowOneHashOnly() {
        for (Variant hash : List.of(Variant.SCRAM_SHA_1, Variant.SCRAM_SHA_256)) {
            if (server != null) {
                server.close();
            }
            server = kind.start(hash);
            server.createAccount("a201b7", "pencil");
            signIn(hash.name().replace('_', '-').toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void canOfferNothingButPlain() {
        server = kind.start(Variant.PLAIN_ONLY);
        server.createAccount("a201b7", "pencil");
        signIn("PLAIN");
    }

    @Test
    void canKeepChatForAMachineThatIsOff() {
        server = kind.start(Variant.OFFLINE_MESSAGES);
        server.createAccount("a201b7", "pencil");
        server.createAccount("teacher", "crayon");
        try (Slixmpp teacher = Slixmpp.signIn(server, "teacher", "a", "crayon")) {
            teacher.call("say", "to", "a201b7@" + server.domain(), "body", "restart");
            // Stanzas of one sender are handled in order: after the answer the message has been kept.
            teacher.call("info", "to", server.domain());
        }
        try (Slixmpp machine =
                Slixmpp.signIn(server, "a201b7", "agent", "pencil").available()) {
            assertTrue(machine.hear().get("delayed").getAsBoolean());
        }
    }

    private void signIn(String mechanism) {
        Slixmpp.signIn(server.port(), server.ca().caFile(), "a201b7@" + server.domain() + "/agent", "pencil", mechanism)
                .close();
    }

    private String shown() {
        String pem = Tool.runWithInput(
                server.ca().caFile().getParent(),
                "Q",
                "openssl",
                "s_client",
                "-starttls",
                "xmpp",
                "-xmpphost",
                server.domain(),
                "-connect",
                "127.0.0.1:" + server.port());
        return Tool.runWithInput(
                server.ca().caFile().getParent(), pem, "openssl", "x509", "-noout", "-fingerprint", "-sha256");
    }
}
