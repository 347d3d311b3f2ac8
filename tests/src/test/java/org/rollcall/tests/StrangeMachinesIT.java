package org.rollcall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.Variant;
import org.rollcall.tests.fixture.XmppServer;

/** The real agent on machines that this one is not: played from a file, and told to a stand-in for central. */
@OnEachServer
class StrangeMachinesIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** U+0001, U+FFFE, a lone surrogate, a tab and a newline. */
    private static final String HOSTILE = "e\\u0001v\\ufffei\\ud800l\\tn\\na";

    private final ServerKind kind;
    private final Path hostFile = TemporaryFolders.create("machine").resolve("host.json");
    private XmppServer server;
    private Slixmpp central;
    private JavaProcess agent;

    StrangeMachinesIT(ServerKind kind) {
        this.kind = kind;
    }

    @AfterEach
    void end() {
        for (AutoCloseable part : new AutoCloseable[] {agent, central, server}) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void namesThatXmlForbidsReachCentralAndTheLinkStaysUp() throws IOException {
        server = kind.start();
        play("A201B7", HOSTILE);
        AgentSetup setup = setup("a201b7");
        central();
        agent = setup.scripted(hostFile).start();

        JsonObject logon = event("logon");
        assertEquals("e\ufffdv\ufffdi\ufffdl n a", logon.get("user").getAsString());
        String presence = Await.value("presence with the session", LIMIT, () -> presenceOf(setup.jid(), "session"));
        assertTrue(presence.contains("v\ufffdi\ufffdl"), presence);

        String answer = central.call(
                        "iq",
                        "to",
                        setup.jid(),
                        "type",
                        "get",
                        "payload",
                        "<ask xmlns='urn:rollcall:1' command='processes'/>")
                .getAsString();
        assertTrue(answer.contains("v\ufffdi\ufffdl"), answer);

        playNobody("A201B7");
        assertEquals("logoff", event("logoff").get("kind").getAsString());
        assertEquals(1, signIns(), agent::log);
    }

    @Test
    void anOrderTypedToAMachineThatIsOffIsNotRunWhenItComesBack() throws IOException {
        server = kind.start(Variant.OFFLINE_MESSAGES);
        play("A201B7", "kevin.marchais");
        AgentSetup setup = setup("a201b7").access("admins", "admin@" + server.domain());
        server.createAccount("admin", "root");
        central();
        try (Slixmpp admin = Slixmpp.signIn(server, "admin", "desk", "root").available()) {
            admin.call("say", "to", setup.bareJid(), "body", "restart");
            admin.call("say", "to", setup.bareJid(), "body", "yes");
            // Stanzas of one sender are handled in order: after this answer both have been kept.
            admin.call("info", "to", server.domain());
            agent = setup.scripted(hostFile).start();
            for (int i = 0; i < 2; i++) {
                String answer = admin.hear().get("body").getAsString();
                assertTrue(answer.contains("was not run"), answer);
            }
            assertFalse(Files.exists(hostFile.resolveSibling("actions")));

            assertTrue(admin.ask(setup.bareJid(), "restart").contains("yes"));
            admin.ask(setup.bareJid(), "yes");
            assertTrue(Files.readString(hostFile.resolveSibling("actions")).startsWith("restart"));
        }
    }

    @Test
    void aNameWithAnApostropheSignsInUnderATurkishLocale() throws IOException {
        server = kind.start();
        play("O'BRIEN-IUT-INFO", "ILKER");
        AgentSetup setup =
                setup("o\\27brien-iut-info").unnamed().jvm("-Duser.language=tr").jvm("-Duser.country=TR");
        central();
        agent = setup.scripted(hostFile).start();

        assertEquals("ILKER", event("logon").get("user").getAsString());
        String presence = Await.value("presence", LIMIT, () -> presenceOf(setup.jid(), "session"));
        assertTrue(presence.contains("name=\"O'BRIEN-IUT-INFO\""), presence);
        String answer = central.ask(setup.bareJid(), "sessions");
        assertTrue(answer.contains("ILKER"), answer);
        assertEquals(1, signIns(), agent::log);
    }

    private AgentSetup setup(String user) {
        return new AgentSetup(server, user).central(XmppServer.CENTRAL).agent("poll-every = \"500ms\"");
    }

    private void central() {
        server.createAccount(XmppServer.CENTRAL, "board");
        central = Slixmpp.signIn(server, XmppServer.CENTRAL, "central", "board");
        central.call("central");
        central.available();
    }

    /** One session and one process of the same name; JSON escapes in it stay. */
    private void play(String machine, String user) throws IOException {
        write("{\"name\": \"" + machine + "\", \"sessions\": [{\"id\": 1, \"user\": \"" + user
                + "\", \"since\": \"2026-11-22T12:09:56Z\"}], \"processes\": [{\"pid\": 444, \"name\": \"" + user
                + ".exe\", \"user\": \"" + user + "\"}]}");
    }

    private void playNobody(String machine) throws IOException {
        write("{\"name\": \"" + machine + "\", \"sessions\": [], \"processes\": []}");
    }

    /** As a whole: the agent may read at any moment. */
    private void write(String machine) throws IOException {
        Path next = Files.writeString(hostFile.resolveSibling("next.json"), machine);
        Files.move(next, hostFile, StandardCopyOption.ATOMIC_MOVE);
    }

    private JsonObject event(String kindOfEvent) {
        return Await.value(kindOfEvent, LIMIT, () -> {
            List<JsonObject> found = new ArrayList<>();
            JsonArray events = central.call("events").getAsJsonArray();
            for (JsonElement event : events) {
                if (event.getAsJsonObject().get("kind").getAsString().equals(kindOfEvent)) {
                    found.add(event.getAsJsonObject());
                }
            }
            return found.isEmpty() ? null : found.get(0);
        });
    }

    private String presenceOf(String jid, String containing) {
        JsonObject presences = central.call("presences").getAsJsonObject();
        for (Map.Entry<String, JsonElement> presence : presences.entrySet()) {
            String xml = presence.getValue().getAsJsonObject().get("xml").getAsString();
            if (presence.getKey().equalsIgnoreCase(jid) && xml.contains(containing)) {
                return xml;
            }
        }
        return null;
    }

    private long signIns() {
        return agent.log().lines().filter(line -> line.contains("Signed in as")).count();
    }
}
