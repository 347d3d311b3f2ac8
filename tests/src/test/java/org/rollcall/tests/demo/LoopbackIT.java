package org.rollcall.tests.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.TemporaryFolders;

/** An independent client is at home on the loopback server, so fast tests there mean something. */
class LoopbackIT {
    private static final String DOMAIN = "loopback.test";

    private LoopbackServer server;
    private Path ca;

    @BeforeEach
    void startServer() throws IOException {
        server = LoopbackServer.builder()
                .domain(DOMAIN)
                .admin("admin", "pw")
                .account("a201b7", "pw")
                .account("teacher", "pw")
                .start();
        ca = TemporaryFolders.create("loopback").resolve("ca.pem");
        Files.writeString(ca, server.certificatePem());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCRAM-SHA-1", "SCRAM-SHA-256"})
    void slixmppSignsInWithEachMechanismAndTrustsTheCertificate(String mechanism) {
        try (Slixmpp client = signIn("teacher", "pw", mechanism)) {
            assertEquals("teacher@" + DOMAIN + "/it", client.jid());
            assertTrue(client.available().call("online").getAsBoolean());
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThrows(Slixmpp.Refused.class, () -> signIn("teacher", "wrong", null));
    }

    @Test
    void chatIsStoredForWhoIsOffAndDeliveredWithADelay() {
        try (Slixmpp teacher = signIn("teacher", "pw", null)) {
            teacher.available().call("say", "to", "a201b7@" + DOMAIN, "body", "restart");
            Await.until(
                    "the message to be stored", Duration.ofSeconds(10), () -> server.offlineMessages("a201b7") == 1);
            try (Slixmpp machine = signIn("a201b7", "pw", null)) {
                JsonObject late = machine.available().hear();
                assertEquals("restart", late.get("body").getAsString());
                assertTrue(late.get("delayed").getAsBoolean());
                teacher.call("say", "to", "a201b7@" + DOMAIN, "body", "help");
                assertFalse(machine.hear().get("delayed").getAsBoolean());
            }
        }
    }

    @Test
    void whoIsOffIsServiceUnavailable() {
        try (Slixmpp teacher = signIn("teacher", "pw", null)) {
            Slixmpp.Refused refused = assertThrows(
                    Slixmpp.Refused.class,
                    () -> teacher.call(
                            "iq",
                            "to",
                            "a201b7@" + DOMAIN + "/agent",
                            "type",
                            "get",
                            "payload",
                            "<ping xmlns='urn:xmpp:ping'/>"));
            assertEquals("service-unavailable", refused.condition());
        }
    }

    @Test
    void anAdministratorAddsAnAccountByForm() {
        String node = "http://jabber.org/protocol/admin#add-user";
        try (Slixmpp admin = signIn("admin", "pw", null)) {
            JsonObject first = admin.command(DOMAIN, node, "execute", null, null);
            assertEquals("executing", first.get("status").getAsString());
            Map<String, String> form =
                    Map.of("accountjid", "b105a1@" + DOMAIN, "password", "new", "password-verify", "new");
            JsonObject done =
                    admin.command(DOMAIN, node, "complete", first.get("session").getAsString(), form);
            assertEquals("completed", done.get("status").getAsString());
        }
        try (Slixmpp machine = signIn("b105a1", "new", null)) {
            assertEquals("b105a1@" + DOMAIN + "/it", machine.jid());
        }
    }

    private Slixmpp signIn(String user, String password, String mechanism) {
        return Slixmpp.signIn(server.port(), ca, user + "@" + DOMAIN + "/it", password, mechanism);
    }
}
