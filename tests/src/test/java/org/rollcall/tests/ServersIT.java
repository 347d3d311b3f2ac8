package org.rollcall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.fixture.XmppServer;

/** The servers themselves, with the shipped settings. */
@OnEachServer
class ServersIT {
    private final XmppServer server;

    ServersIT(ServerKind kind) {
        server = kind.shared();
    }

    @Test
    void runsAsAnOrdinaryUser() throws Exception {
        Path process = Path.of("/proc", Long.toString(server.pid()));
        assertNotEquals("root", Files.getOwner(process).getName());
    }

    @Test
    void hasFileDescriptorsForAllMachines() throws Exception {
        String limits = Files.readString(Path.of("/proc", Long.toString(server.pid()), "limits"));
        String line = limits.lines()
                .filter(l -> l.startsWith("Max open files"))
                .findFirst()
                .orElseThrow();
        assertTrue(Integer.parseInt(line.substring(14).strip().split("\\s+")[0]) >= 4096, line);
    }

    @Test
    void showsACertificateOfTheTestAuthority() {
        String shown = Tool.runWithInput(
                server.ca().caFile().getParent(),
                "Q",
                "openssl",
                "s_client",
                "-starttls",
                "xmpp",
                "-xmpphost",
                server.domain(),
                "-connect",
                "127.0.0.1:" + server.port(),
                "-CAfile",
                server.ca().caFile().toString(),
                "-verify_return_error",
                "-verify_hostname",
                server.domain());
        assertTrue(shown.contains("Verify return code: 0 (ok)"), shown);
        assertEquals(XmppServer.DOMAIN, server.domain());
    }

    @Test
    void twoAccountsChat() {
        String one = Names.person();
        String other = Names.person();
        server.createAccounts(Map.of(one, "pencil", other, "crayon"));
        try (Slixmpp sender = Slixmpp.signIn(server, one, "a", "pencil");
                Slixmpp receiver = Slixmpp.signIn(server, other, "b", "crayon").available()) {
            sender.call("say", "to", receiver.jid(), "body", "bonjour");
            JsonObject heard = receiver.hear();
            assertEquals("bonjour", heard.get("body").getAsString());
            assertEquals(sender.jid(), heard.get("from").getAsString());
        }
    }

    @Test
    void aNewPasswordReplacesTheOldOne() {
        String user = Names.person();
        server.createAccount(user, "old");
        server.setPassword(user, "new");
        assertThrows(Slixmpp.Refused.class, () -> Slixmpp.signIn(server, user, "a", "old"));
        Slixmpp.signIn(server, user, "a", "new").close();
    }

    @Test
    void neverTakesAPasswordAsItIs() {
        String user = Names.person();
        server.createAccount(user, "pencil");
        assertThrows(
                Slixmpp.Refused.class,
                () -> Slixmpp.signIn(
                        server.port(), server.ca().caFile(), user + "@" + server.domain() + "/a", "pencil", "PLAIN"));
    }

    @Test
    void refusesChatToAMachineThatIsOff() {
        String machine = Names.machine();
        String person = Names.person();
        server.createAccounts(Map.of(machine, "m", person, "p"));
        try (Slixmpp client = Slixmpp.signIn(server, person, "a", "p")) {
            client.call("say", "to", machine + "@" + server.domain(), "body", "restart");
            assertEquals("error", client.hear().get("type").getAsString());
        }
    }

    @Test
    void aQuestionToAMachineThatIsOffIsServiceUnavailable() {
        String machine = Names.machine();
        String person = Names.person();
        server.createAccounts(Map.of(machine, "m", person, "p"));
        try (Slixmpp client = Slixmpp.signIn(server, person, "a", "p")) {
            Slixmpp.Refused refused = assertThrows(
                    Slixmpp.Refused.class, () -> client.call("info", "to", machine + "@" + server.domain() + "/agent"));
            assertEquals("service-unavailable", refused.condition());
        }
    }
}
