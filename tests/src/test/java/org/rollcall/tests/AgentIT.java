package org.rollcall.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.fixture.XmppServer;

/** A real agent of this machine, asked by a client that shares no code with it. */
@OnEachServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentIT {
    private static final String COMMANDS = "http://jabber.org/protocol/commands";
    private static final int SLEEPERS = 250;
    /** A page of a table has so many rows at most. */
    private static final int PAGE = 200;

    @Parameter
    private ServerKind kind;

    private XmppServer server;
    private final String viewer = Names.person();
    private final String stranger = Names.person();
    private AgentSetup setup;
    /** Linux shows 15 characters of a process's name. */
    private final String sleeper = "snooze" + System.nanoTime() % 1_000_000;

    private final List<Process> sleepers = new ArrayList<>();
    private JavaProcess agent;
    private Slixmpp asker;

    @BeforeParameterizedClassInvocation
    void startTheAgentAndTheProcesses() throws IOException {
        server = kind.shared();
        // The stack that the service has.
        setup = new AgentSetup(server, Names.machine())
                .access("viewers", viewer + "@" + server.domain())
                .jvm("-Xss256k");
        server.createAccounts(Map.of(viewer, "pencil", stranger, "nobody"));
        agent = setup.real().start();
        asker = Slixmpp.signIn(server, viewer, "desk", "pencil").available();
        awaitOnline();
        Path program = TemporaryFolders.create("sleepers").resolve(sleeper);
        Files.copy(Path.of("/bin/sleep"), program);
        program.toFile().setExecutable(true, false);
        for (int i = 0; i < SLEEPERS; i++) {
            sleepers.add(new ProcessBuilder(program.toString(), "1000").start());
        }
    }

    @AfterParameterizedClassInvocation
    void end() {
        sleepers.forEach(Process::destroyForcibly);
        sleepers.clear();
        if (asker != null) {
            asker.close();
        }
        if (agent != null) {
            agent.close();
        }
    }

    @Test
    void aClientDiscoversTheCommandsThatItMayUse() {
        JsonObject info = asker.call("info", "to", setup.jid()).getAsJsonObject();
        assertTrue(strings(info.get("features")).contains(COMMANDS), info.toString());
        Set<String> commands = new TreeSet<>();
        for (JsonElement item :
                asker.call("items", "to", setup.jid(), "node", COMMANDS).getAsJsonArray()) {
            String node = item.getAsJsonObject().get("node").getAsString();
            commands.add(node.substring(node.lastIndexOf('#') + 1));
            assertEquals(setup.jid(), item.getAsJsonObject().get("jid").getAsString());
        }
        assertEquals(Set.of("events", "help", "host", "processes", "sessions"), commands);
    }

    @Test
    void aClientFillsTheFormInAndPagesThroughATableThatAgreesWithPs() {
        JsonObject form = asker.command(setup.jid(), node("processes"), "execute", null, null);
        assertEquals("executing", form.get("status").getAsString());
        Set<String> fields = new HashSet<>();
        for (JsonElement field : form.getAsJsonObject("form").getAsJsonArray("fields")) {
            fields.add(field.getAsJsonObject().get("var").getAsString());
        }
        assertTrue(fields.containsAll(Set.of("user", "name", "session", "sort")), fields.toString());

        List<JsonObject> rows = pages(form, Map.of("name", sleeper, "sort", "pid"));
        assertEquals(ps(), rows.stream().map(AgentIT::asPs).toList());
    }

    @Test
    void theWholeTableHasEveryProcessThatLivedThroughIt() {
        Set<String> before = pids();
        JsonObject form = asker.command(setup.jid(), node("processes"), "execute", null, null);
        Set<String> listed = pages(form, Map.of("sort", "memory")).stream()
                .map(row -> row.get("pid").getAsString())
                .collect(Collectors.toSet());
        Set<String> lived = pids();
        lived.retainAll(before);
        lived.removeAll(listed);
        assertEquals(Set.of(), lived);
    }

    @Test
    void chatAnswersWithTheSameTable() {
        String answer = asker.ask(setup.bareJid(), "processes sort=pid name=" + sleeper);
        List<String> lines =
                answer.lines().filter(line -> line.startsWith(sleeper)).toList();
        List<String> expected = ps().stream().map(line -> line.split(" ")[0]).toList();
        assertFalse(lines.isEmpty(), answer);
        assertEquals(
                expected.subList(0, lines.size()),
                lines.stream().map(line -> line.split("\\s+")[1]).toList());
    }

    @Test
    void aStrangerGetsForbiddenAndNothingElse() {
        try (Slixmpp other = Slixmpp.signIn(server, stranger, "x", "nobody").available()) {
            for (String command : List.of("processes", "sessions", "help", "no-such-command")) {
                Slixmpp.Refused refused = assertThrows(
                        Slixmpp.Refused.class, () -> other.command(setup.jid(), node(command), "execute", null, null));
                assertEquals("forbidden", refused.condition(), command);
                Slixmpp.Refused asked = assertThrows(
                        Slixmpp.Refused.class,
                        () -> other.call("iq", "to", setup.jid(), "type", "get", "payload", ask(command)));
                assertEquals("forbidden", asked.condition(), command);
            }
            assertEquals("forbidden", refusal(other, "items", COMMANDS));
            other.call("subscribe", "to", setup.bareJid());
            String answer = other.ask(setup.bareJid(), "sessions");
            assertFalse(answer.contains(System.getProperty("user.name")), answer);
            assertFalse(other.call("presences").getAsJsonObject().has(setup.jid()), "a stranger must not see presence");
        }
        assertOnline();
    }

    @Test
    void anUnknownArgumentIsNamed() {
        Slixmpp.Refused refused = assertThrows(
                Slixmpp.Refused.class,
                () -> asker.call(
                        "iq",
                        "to",
                        setup.jid(),
                        "type",
                        "get",
                        "payload",
                        "<ask xmlns='urn:rollcall:1' command='processes'><arg name='colour'>red</arg></ask>"));
        assertEquals("bad-request", refused.condition());
        assertTrue(refused.text().contains("colour"), refused.text());
        String answer = asker.ask(setup.bareJid(), "processes colour=red");
        assertTrue(answer.contains("colour"), answer);
        assertOnline();
    }

    @Test
    void aMalformedFormGetsAnError() {
        for (String form : List.of(
                "<x xmlns='jabber:x:data' type='submit'><field var='session'><value>not a number</value></field></x>",
                "<x xmlns='jabber:x:data' type='submit'><field><value>nameless</value></field></x>",
                "<x xmlns='jabber:x:data' type='nonsense'/>",
                "<x xmlns='jabber:x:data'><field var='sort' type='list-single'/><reported/><item/></x>",
                "<x xmlns='jabber:x:data' type='submit'><field var='sort'><value>colour</value></field></x>")) {
            String session = asker.command(setup.jid(), node("processes"), "execute", null, null)
                    .get("session")
                    .getAsString();
            String payload = "<command xmlns='" + COMMANDS + "' node='" + node("processes") + "' sessionid='" + session
                    + "' action='complete'>" + form + "</command>";
            // Slixmpp tells an error stanza by raising it; a form that asks again would be as good an answer.
            try {
                String again = asker.call("iq", "to", setup.jid(), "type", "set", "payload", payload)
                        .getAsString();
                assertTrue(again.contains("executing") || again.contains("error"), form + " was answered by " + again);
            } catch (Slixmpp.Refused refused) {
                assertEquals("bad-request", refused.condition(), form);
            }
            assertOnline();
        }
    }

    @Test
    void hostileStanzasLeaveTheStreamUp() {
        // Not more: ejabberd 23.01 itself dies of 5,000 levels.
        String deep = "<a>".repeat(1000) + "</a>".repeat(1000);
        String wide = "<ask xmlns='urn:rollcall:1' command='processes'><arg name='user'>" + "x".repeat(150_000)
                + "</arg></ask>";
        String longName = "<" + "n".repeat(3000) + " xmlns='urn:x'/>";
        for (String payload : List.of(
                wide,
                longName,
                "<ask xmlns='urn:rollcall:1'/>",
                "<command xmlns='" + COMMANDS + "'/>",
                "<command xmlns='" + COMMANDS + "' node='" + node("processes") + "' sessionid='forged' action='next'/>",
                "<command xmlns='" + COMMANDS + "' node='" + node("processes") + "' action='dance'/>")) {
            Slixmpp.Refused refused = assertThrows(
                    Slixmpp.Refused.class,
                    () -> asker.call("iq", "to", setup.jid(), "type", "set", "payload", payload));
            assertFalse(
                    refused.condition().equals("timeout"),
                    () -> payload.substring(0, Math.min(80, payload.length())) + " got no answer");
            assertOnline();
        }
        // Written as they are: the Python client cannot build them.
        for (String stanza : List.of(
                "<iq type='get' id='d1' to='%s'><ask xmlns='urn:rollcall:1' command='help'>" + deep + "</ask></iq>",
                "<iq type='set' id='d2' to='%s'><query xmlns='urn:x'>" + deep + "</query></iq>",
                "<message to='%s' type='chat'>" + deep + "</message>",
                "<presence to='%s'><x xmlns='urn:x'>" + deep + "</x></presence>",
                "<message to='%s'><x xmlns='jabber:x:data' type='bogus'><field/></x></message>")) {
            asker.call("raw", "xml", stanza.replace("%s", setup.jid()));
            assertOnline();
        }
    }

    @Test
    void aStanzaAboveTheServersLimitCostsItsSenderTheStreamAndNobodyElse() {
        try (Slixmpp other = Slixmpp.signIn(server, stranger, "y", "nobody").available()) {
            other.call(
                    "raw",
                    "xml",
                    "<iq type='get' id='big' to='" + setup.jid() + "'><ask xmlns='urn:rollcall:1' command='"
                            + "x".repeat(300_000) + "'/></iq>");
            Await.until(
                    "the server to end the sender's stream",
                    Duration.ofSeconds(20),
                    () -> !other.call("online").getAsBoolean());
        }
        assertOnline();
    }

    private void awaitOnline() {
        Await.value("the agent to be on line:\n" + agent.log(), Duration.ofSeconds(30), () -> {
            try {
                return asker.call("info", "to", setup.jid());
            } catch (Slixmpp.Refused notYet) {
                return null;
            }
        });
    }

    /** On line, and never off since it began: another sign-in would be another line of the log. */
    private void assertOnline() {
        assertNotNull(asker.call("info", "to", setup.jid()));
        assertTrue(agent.isAlive());
        assertEquals(
                1,
                agent.log().lines().filter(line -> line.contains("Signed in")).count(),
                agent::log);
    }

    /** Sends the filled form in, turns all pages, and ends the command on the last one. */
    private List<JsonObject> pages(JsonObject form, Map<String, String> filled) {
        String session = form.get("session").getAsString();
        JsonObject page = asker.command(setup.jid(), node("processes"), "execute", session, filled);
        List<JsonObject> rows = new ArrayList<>();
        while (true) {
            List<JsonObject> items = StreamSupport.stream(
                            page.getAsJsonObject("form").getAsJsonArray("items").spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .toList();
            rows.addAll(items);
            if (!strings(page.get("actions")).contains("next")) {
                break;
            }
            assertEquals(PAGE, items.size());
            page = asker.command(setup.jid(), node("processes"), "next", session, null);
        }
        assertTrue(rows.size() > PAGE, rows.size() + " rows in all");
        JsonObject end = asker.command(setup.jid(), node("processes"), "complete", session, null);
        assertEquals("completed", end.get("status").getAsString());
        return rows;
    }

    private static String asPs(JsonObject row) {
        return row.get("pid").getAsString() + " " + row.get("parent").getAsString() + " "
                + row.get("threads").getAsString() + " "
                + row.get("user").getAsString().replaceFirst("^.*\\\\", "") + " "
                + row.get("name").getAsString();
    }

    /** The sleepers as ps tells them, by pid. */
    private List<String> ps() {
        return Tool.run(Path.of("/"), "ps", "-C", sleeper, "--sort=pid", "-o", "pid=,ppid=,nlwp=,user:32=,comm=")
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .toList();
    }

    private static Set<String> pids() {
        return Tool.run(Path.of("/"), "ps", "-e", "-o", "pid=")
                .lines()
                .map(String::strip)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private String refusal(Slixmpp client, String verb, String node) {
        return assertThrows(Slixmpp.Refused.class, () -> client.call(verb, "to", setup.jid(), "node", node))
                .condition();
    }

    private static String node(String command) {
        return "urn:rollcall:1#" + command;
    }

    private static String ask(String command) {
        return "<ask xmlns='urn:rollcall:1' command='" + command + "'/>";
    }

    private static List<String> strings(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }
}
