package org.rollcall.tests.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.check.CheckConfig;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.SmallDisk;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;

/** The real agent whose data folder is full or cannot be written, on a disk that really is: it lives on, and says so once. */
class DiskFaultsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SAID = "events wait in memory until it can; free the disk or its rights";

    private final XmppServer server = ServerKind.PROSODY.shared();
    private final String machine = Names.machine();
    private final String account = Names.person();
    private final Path hostFile = TemporaryFolders.create("machine").resolve("host.json");
    private final AgentSetup setup = new AgentSetup(server, machine)
            .central(account)
            .centralRole("admin")
            .agent("poll-every = '500ms'");
    private final SmallDisk disk = new SmallDisk(setup.dataFolder());
    private Slixmpp central;
    private JavaProcess agent;

    @BeforeEach
    void centralIsThere() throws IOException {
        server.createAccounts(Map.of(account, "c"));
        central = Slixmpp.signIn(server, account, "central", "c");
        central.call("central");
        central.available();
        play("kevin");
        agent = setup.scripted(hostFile);
    }

    @AfterEach
    void end() {
        agent.close();
        central.close();
        disk.close();
    }

    @Test
    void aDiskThatFillsUpLosesNothingAndIsOneLine() throws IOException {
        agent.start();
        awaitEvents("start", "logon kevin");
        disk.fill();
        // More than the file that is open has room for.
        String[] many = IntStream.rangeClosed(1, 40).mapToObj(i -> "user" + i).toArray(String[]::new);
        play(many);
        awaitPresence("user7");
        awaitLog(SAID);
        assertTrue(ask("log").contains(SAID), "commands need no disk");

        play("anna");
        awaitPresence("anna");
        assertEquals(1, saidTimes(SAID), agent::log);
        assertFalse(events().contains("logon anna"), events().toString());

        disk.makeRoom();
        List<String> all = new ArrayList<>(List.of("start", "logon kevin", "logoff kevin"));
        List.of(many).forEach(user -> all.add("logon " + user));
        List.of(many).forEach(user -> all.add("logoff " + user));
        all.add("logon anna");
        Await.until("all events, not " + events(), SOON, () -> events().size() == all.size());
        assertEquals(all.stream().sorted().toList(), events().stream().sorted().toList());
        assertEquals(IntStream.rangeClosed(1, all.size()).boxed().toList(), numbers());
        assertEquals(1, saidTimes("is written again"), agent::log);
    }

    @Test
    void anAgentThatStartsOnAFullDiskIsThereAndTellsItsEventsOnceThereIsRoom() throws IOException {
        disk.fill();
        agent.start();
        awaitPresence("kevin");
        assertTrue(ask("sessions").contains("kevin"));
        assertEquals(List.of(), events());
        assertEquals(1, saidTimes(SAID), agent::log);

        disk.makeRoom();
        awaitEvents("start", "logon kevin");
        assertTrue(Files.exists(setup.dataFolder().resolve("identity")));
        assertEquals(1, saidTimes("is written again"), agent::log);
    }

    @Test
    void aFolderThatTurnsReadOnlyKeepsThePcOnTheBoardAlsoAfterARestart() throws IOException {
        agent.start();
        awaitEvents("start", "logon kevin");
        String uid = uid("kevin");
        disk.forbidWriting();
        play("kevin", "bruno");
        // The journal's file is open.
        awaitEvents("start", "logon kevin", "logon bruno");

        agent.kill();
        agent = setup.scripted(hostFile).start();
        awaitLog("Read-only file system");
        awaitPresence("journal=\"" + journal() + "\"");
        assertTrue(presence().contains("uid=\"" + uid + "\""), "the sessions are known: " + presence());
        play("kevin", "anna");
        awaitPresence("anna");
        assertTrue(ask("log").contains(SAID));
        assertEquals(1, saidTimes(SAID), agent::log);
        assertFalse(events().contains("logon anna"));

        disk.allowWriting();
        awaitEvents("start", "logon kevin", "logon bruno", "start", "logoff bruno", "logon anna");
        assertEquals(1, saidTimes("is written again"), agent::log);
    }

    @Test
    void checkConfigHasALineForEach() {
        disk.fill();
        String full = checkConfig();
        assertTrue(full.contains("is almost full: 0 MB are left"), full);

        disk.makeRoom();
        disk.forbidWriting();
        String readOnly = checkConfig();
        assertTrue(readOnly.contains("Read-only file system"), readOnly);
    }

    private String checkConfig() {
        JavaProcess check = new JavaProcess(
                "check-" + machine,
                List.of(),
                CheckConfig.class.getName(),
                List.of(setup.write().toString()));
        try (check) {
            assertEquals(1, check.start().exitCode(), check::log);
        }
        return check.log();
    }

    /** Who is logged on at the machine. */
    private void play(String... users) throws IOException {
        String sessions = Stream.of(users)
                .map(user -> String.format(
                        Locale.ROOT,
                        "{\"id\": %d, \"user\": \"%s\", \"since\": \"2026-11-22T12:09:56Z\"}",
                        Math.abs(user.hashCode()),
                        user))
                .collect(Collectors.joining(", "));
        Path next = Files.writeString(
                hostFile.resolveSibling("next"),
                "{\"name\": \"" + machine + "\", \"sessions\": [" + sessions + "], \"processes\": []}");
        Files.move(next, hostFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void awaitEvents(String... expected) {
        Await.until("the events " + List.of(expected), SOON, () -> events().equals(List.of(expected)));
    }

    private void awaitPresence(String words) {
        Await.until(words + " in the presence", SOON, () -> presence().contains(words));
    }

    private void awaitLog(String words) {
        Await.until(words, SOON, () -> agent.log().contains(words));
    }

    private long saidTimes(String words) {
        return agent.log().lines().filter(line -> line.contains(words)).count();
    }

    private String presence() {
        JsonObject last = central.call("presences").getAsJsonObject().getAsJsonObject(setup.jid());
        return last == null ? "" : last.get("xml").getAsString();
    }

    private String ask(String command) {
        String ask = "<ask xmlns='urn:rollcall:1' command='" + command + "'/>";
        return central.call("iq", "to", setup.jid(), "type", "get", "payload", ask)
                .getAsString();
    }

    /** {@code kind user}, each once, in the order in which central heard of them. */
    private List<String> events() {
        return stored().values().stream()
                .map(event -> event.get("kind").getAsString()
                        + (event.has("user") ? " " + event.get("user").getAsString() : ""))
                .toList();
    }

    private List<Integer> numbers() {
        return stored().values().stream()
                .map(event -> event.get("seq").getAsInt())
                .toList();
    }

    private String uid(String user) {
        return stored().values().stream()
                .filter(event ->
                        event.has("user") && event.get("user").getAsString().equals(user))
                .findFirst()
                .orElseThrow()
                .get("uid")
                .getAsString();
    }

    /** The journal that the agent said it began. */
    private String journal() {
        String log = agent.log();
        return log.replaceAll("(?s).*, journal (\\w+).*", "$1");
    }

    /** As central keeps them: a repeat counts once. */
    private Map<String, JsonObject> stored() {
        Map<String, JsonObject> stored = new LinkedHashMap<>();
        StreamSupport.stream(central.call("events").getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .forEach(event -> stored.putIfAbsent(event.get("journal") + " " + event.get("seq"), event));
        return stored;
    }
}
