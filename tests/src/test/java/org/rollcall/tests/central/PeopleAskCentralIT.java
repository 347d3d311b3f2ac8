package org.rollcall.tests.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.rollcall.central.board.Condition;
import org.rollcall.central.service.CentralService;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.OnEachServer;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/** The real central, asked by a client that shares no code with it: by forms, and by chat. */
@OnEachServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleAskCentralIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Parameter
    private ServerKind kind;

    private final String windows = Names.person();
    private final String keeper = Names.person();
    private final String teacher = Names.person();
    private final String machine = Names.machine();
    private final Path folder = TemporaryFolders.create("central");
    private final Path hostFile = folder.resolve("host.json");
    private XmppServer server;
    private CentralService central;
    private JavaProcess agent;
    private Slixmpp asker;
    private Slixmpp stranger;

    @BeforeParameterizedClassInvocation
    void startCentralAndAMachine() throws IOException {
        server = kind.shared();
        server.createAccounts(Map.of(windows, "secret", keeper, "pencil", teacher, "chalk"));
        AgentSetup setup = new AgentSetup(server, machine).central(windows);
        sessions("kevin.marchais");
        central = new CentralService(settings());
        central.start();
        agent = setup.scripted(hostFile).start();
        Await.until(
                "central shows who is on " + machine,
                PATIENCE,
                () -> central.board()
                        .machine(machine)
                        .filter(now -> now.condition() == Condition.IN_USE)
                        .isPresent());
        Await.until(
                "the history has the session",
                PATIENCE,
                () -> central.stores().history().count(HistoryQuery.latest(1)) > 0);
        asker = Slixmpp.signIn(server, keeper, "desk", "pencil").available();
        stranger = Slixmpp.signIn(server, teacher, "desk", "chalk").available();
    }

    @AfterParameterizedClassInvocation
    void end() {
        if (asker != null) {
            asker.close();
        }
        if (stranger != null) {
            stranger.close();
        }
        if (agent != null) {
            agent.close();
        }
        if (central != null) {
            central.close();
        }
    }

    private void sessions(String... users) throws IOException {
        StringBuilder sessions = new StringBuilder();
        for (String user : users) {
            sessions.append(sessions.isEmpty() ? "" : ", ")
                    .append("{\"id\": 1, \"user\": \"")
                    .append(user)
                    .append("\", \"since\": \"2026-11-22T12:09:56Z\"}");
        }
        Path next = Files.writeString(
                folder.resolve("next.json"),
                "{\"name\": \"" + machine.toUpperCase(Locale.ROOT) + "\", \"sessions\": [" + sessions
                        + "], \"processes\": [{\"pid\": 4, \"name\": \"WINWORD.EXE\", \"user\": \"kevin.marchais\"}]}");
        Files.move(next, hostFile, StandardCopyOption.REPLACE_EXISTING);
    }

    private CentralSettings settings() throws IOException {
        Files.writeString(folder.resolve("rooms.csv"), "machine,room\n" + machine + ",A201\nz999,B105\n");
        Path file = Files.writeString(
                folder.resolve("central.toml"),
                "[xmpp]\ndomain = '" + server.domain() + "'\nhost = '127.0.0.1'\nport = " + server.port() + "\nuser = '"
                        + windows + "'\npassword = 'secret'\nca-file = '"
                        + server.ca().caFile()
                        + "'\n[web]\nlisten = '127.0.0.1:0'\n[park]\nrooms-file = 'rooms.csv'\n"
                        + "[access.rooms.A201]\noperators = ['" + keeper + "@" + server.domain() + "']\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Problems problems = new Problems(Locale.ENGLISH);
        CentralSettings settings = new CentralSettingsReader(folder).read(List.of(new TomlSource(file)), problems);
        assertFalse(problems.fatal(), () -> problems.all().toString());
        return settings;
    }

    private String central() {
        return windows + "@" + server.domain() + "/central";
    }

    private JsonObject command(String name, Map<String, String> form) {
        JsonObject first = asker.command(central(), "urn:rollcall:1#" + name, "execute", null, null);
        return form == null
                ? first
                : asker.command(
                        central(),
                        "urn:rollcall:1#" + name,
                        "complete",
                        first.get("session").getAsString(),
                        form);
    }

    @Test
    void aClientFindsTheCommandsOfItsRole() {
        JsonObject info = asker.call("info", "to", central()).getAsJsonObject();
        assertTrue(info.toString().contains("Rollcall central"), info.toString());
        Set<String> commands = new HashSet<>();
        for (JsonElement item : asker.call("items", "to", central(), "node", "http://jabber.org/protocol/commands")
                .getAsJsonArray()) {
            commands.add(item.getAsJsonObject().get("node").getAsString().replace("urn:rollcall:1#", ""));
        }
        assertTrue(commands.containsAll(Set.of("who", "where", "history", "watch", "order", "wake")), commands + "");
        assertFalse(commands.contains("audit"), commands.toString());
    }

    @Test
    void whoWhereAndHistoryAreFormsAndTables() {
        JsonObject who = command("who", Map.of("room", "A201"));
        assertEquals("completed", who.get("status").getAsString());
        assertTrue(who.toString().contains("kevin.marchais"), who.toString());
        assertTrue(who.toString().contains(machine.toUpperCase(Locale.ROOT)), who.toString());
        assertTrue(command("where", Map.of("user", "march")).toString().contains("kevin.marchais"));
        assertTrue(command("history", Map.of("machine", machine)).toString().contains("kevin.marchais"));
        JsonObject rooms = command("rooms", null);
        assertTrue(rooms.toString().contains("A201"), rooms.toString());
        assertFalse(rooms.toString().contains("B105"), rooms.toString());
    }

    @Test
    void theSameByChat() {
        String who = asker.ask(central(), "who A201");
        assertTrue(who.contains("kevin.marchais"), who);
        assertTrue(who.endsWith("A201 (1 connection on 1 machine)"), who);
        assertTrue(asker.ask(central(), "where marchais").contains("1 now"));
        assertTrue(asker.ask(central(), "history limit=5").contains("kevin.marchais"));
        assertTrue(asker.ask(central(), "who B105").contains("There is no room B105 for you"));
        assertTrue(asker.ask(central(), "audit").contains("needs the role admin"));
    }

    @Test
    void aQuestionToARoomAndAnOrderReachTheMachine() {
        String processes = asker.ask(central(), "ask room:A201 processes sort=pid");
        assertTrue(processes.contains("WINWORD.EXE"), processes);
        String confirm = asker.ask(central(), "order " + machine + " message text=hello");
        assertTrue(confirm.contains("This is an order"), confirm);
        // The machine gives central the role of a viewer and no more until its settings say so.
        String refused = asker.ask(central(), "yes");
        assertTrue(refused.contains("message needs the role operator"), refused);
    }

    @Test
    void whoWatchesIsToldOfALogoffInAMessage() throws IOException {
        String begun = asker.ask(central(), "watch A201");
        assertTrue(begun.contains("until you send unwatch"), begun);
        sessions();
        String told = heardUntil("free");
        assertTrue(told.contains("(kevin.marchais has left)"), told);
        sessions("kevin.marchais");
        told = heardUntil("in use");
        assertTrue(told.contains("kevin.marchais"), told);
        assertTrue(asker.ask(central(), "unwatch").contains("ended"));
    }

    /** What was measured of the machine meanwhile may be told first. */
    private String heardUntil(String word) {
        String told = "";
        for (int i = 0; i < 5 && !told.contains(word); i++) {
            told = asker.hear().get("body").getAsString();
        }
        assertTrue(told.contains(word), told);
        return told;
    }

    @Test
    void aStrangerGetsForbidden() {
        Slixmpp.Refused refused = assertThrows(
                Slixmpp.Refused.class, () -> stranger.command(central(), "urn:rollcall:1#who", "execute", null, null));
        assertEquals("forbidden", refused.condition());
    }
}
