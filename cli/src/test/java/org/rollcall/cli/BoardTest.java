package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.service.CentralService;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/** The command against the real central, its store and a machine, on a loopback server. */
class BoardTest {
    @TempDir
    static Path folder;

    private static LoopbackServer server;
    private static CentralService central;
    private static ScriptedAgent b7;
    private static Path config;

    @BeforeAll
    static void start() throws Exception {
        server = LoopbackServer.builder()
                .domain("iut.rdz")
                .account("windows", "secret")
                .account("admin", "secret")
                .account("teacher", "secret")
                .account("assistant", "secret")
                .account("a201b7", "secret")
                .account("a201b8", "secret")
                .account("b105a1", "secret")
                .everybodySharedWith("windows")
                .start();
        central = central();
        central.start();
        b7 = new ScriptedAgent(server, "a201b7", "kevin.marchais");
        config = Typed.settings(server, "admin", folder);
        await(() -> condition("a201b7") == Condition.IN_USE);
    }

    @AfterAll
    static void stop() {
        b7.close();
        central.close();
        server.close();
    }

    private static CentralService central() throws Exception {
        Files.writeString(folder.resolve("rooms.csv"), "machine,room\na201b7,A201\na201b8,A201\nb105a1,B105\n");
        Files.writeString(
                folder.resolve("people.csv"),
                "login,fullname,group,staff\nkevin.marchais,KEVIN MARCHAIS,LP D2i,false\n");
        Path file = Files.writeString(
                folder.resolve("central.toml"),
                "[xmpp]\ndomain = 'iut.rdz'\nhost = '" + server.host() + "'\nport = " + server.port()
                        + "\npassword = 'secret'\ncertificate-sha256 = '" + server.certificateSha256()
                        + "'\n[web]\nlisten = '127.0.0.1:0'\n"
                        + "[park]\nrooms-file = 'rooms.csv'\npeople-file = 'people.csv'\n[access]\n"
                        + "admins = ['admin@iut.rdz']\n[access.rooms.B105]\nviewers = ['teacher@iut.rdz']\n"
                        + "[access.rooms.A201]\noperators = ['assistant@iut.rdz']\n");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Problems problems = new Problems(Locale.ENGLISH);
        CentralSettings settings = new CentralSettingsReader(folder).read(List.of(new TomlSource(file)), problems);
        assertFalse(problems.fatal(), () -> problems.all().toString());
        return new CentralService(settings);
    }

    private static Condition condition(String account) {
        return central.board().machine(account).map(MachineNow::condition).orElse(null);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within 30 s");
            Thread.onSpinWait();
        }
    }

    private static Typed.At at() {
        return new Typed.At().config(config).environment("ROLLCALL_CENTRAL_JID", "windows@iut.rdz");
    }

    @Test
    void whoIsTheRoomsBoard() {
        Typed typed = at().type("who", "A201");
        assertEquals("", typed.err());
        assertEquals(
                List.of(
                        "A201 (1 connection on 2 machines)",
                        "A201B7  13:09:56  10.2.3.26  kevin.marchais  KEVIN MARCHAIS  LP D2i"),
                typed.lines());
        assertEquals(
                "A201 (1 connexion sur 2 machines)",
                at().locale(Locale.FRENCH).type("who", "a201").lines().get(0));
    }

    @Test
    void forScriptsItIsATable() {
        Typed tsv = at().type("who", "A201", "all", "--tsv");
        assertEquals(
                List.of(
                        "machine\tsince\taddress\tuser\tfullname\tgroup\tstate\troom",
                        "A201B7\t2026-11-22T12:09:56Z\t10.2.3.26\tkevin.marchais\tKEVIN MARCHAIS\tLP D2i\tin-use\tA201"),
                tsv.lines().subList(0, 2));
        Typed json = at().type("rooms", "--json");
        assertTrue(json.out().contains("{\"room\":\"A201\",\"in-use\":1,\"machines\":2,"), json.out());
        assertTrue(json.out().startsWith("{\"command\":\"rooms\",\"at\":\""), json.out());
    }

    @Test
    void anExportIsItsJsonAndNothingElse() {
        for (List<String> words :
                List.of(List.of("export", "kevin.marchais"), List.of("export", "kevin.marchais", "--json"))) {
            Typed typed = at().type(words.toArray(String[]::new));
            assertEquals(0, typed.code(), typed.err());
            assertEquals(
                    "kevin.marchais",
                    JsonParser.parseString(typed.out())
                            .getAsJsonObject()
                            .get("login")
                            .getAsString());
        }
    }

    @Test
    void whereAndMachineFindWhoIsThereNow() {
        assertTrue(at().type("where", "MARCH").out().contains("A201B7"));
        assertTrue(at().type("machine", "a201b7").out().contains("10.2.3.26"));
        Typed nobody = at().type("machine", "z9");
        assertEquals(2, nobody.code());
        assertTrue(nobody.err().contains("There is no machine z9 for you"), nobody.err());
    }

    @Test
    void askThroughCentralReachesTheMachineAndTheAuditKnows() {
        Typed typed = at().type("history");
        assertEquals(0, typed.code(), typed.err());
        assertEquals(0, at().type("usage", "hour").code());
        assertEquals(0, at().type("last", "kevin").code());
        assertEquals(0, at().type("fleet").code());
        await(() -> at().type("audit", "admin@iut.rdz", "--tsv").out().contains("\tusage\t"));
    }

    @Test
    void whatIsMissingAndWhetherAllIsWellAreOneQuestionEach() {
        Typed missing = at().type("missing", "A201");
        assertEquals(0, missing.code(), missing.err());
        assertTrue(missing.lines().get(1).startsWith("a201b8   A201  never seen"), missing.out());
        assertEquals("One of 2 is not there.", missing.lines().get(2));
        Typed status = at().type("status", "--tsv");
        assertEquals(0, status.code(), status.out() + status.err());
        assertTrue(status.out().contains("\nlink\tok\t"), status.out());
        assertTrue(status.out().contains("\nfleet\tnote\t\t"), status.out());
    }

    @Test
    void whoWasAtAMachineAtAMomentIsAskedByAt() {
        Typed before = at().type("history", "a201b7", "at=2026-11-21");
        assertEquals(List.of("No session that you may see was like that."), before.lines());
    }

    @Test
    void whatIsLeftOutIsSaidBeforeAnythingIsSent() {
        Typed typed = new Typed.At().type("where");
        assertEquals(64, typed.code());
        assertEquals(
                List.of("rollcall: user is missing: rollcall where marchais", "See: rollcall where --help"),
                typed.err().lines().toList());
    }

    @Test
    void whoMayNotSeeARoomIsToldThatThereIsNone() throws Exception {
        Path teacher = Typed.settings(server, "teacher", folder);
        Typed who = at().type("who", "A201", "--config", teacher.toString());
        assertTrue(who.err().contains("There is no room A201 for you"), who.err());
        assertEquals(
                "B105",
                at().type("rooms", "--tsv", "--config", teacher.toString())
                        .lines()
                        .get(1)
                        .split("\t")[0]);
        assertTrue(at().type("audit", "--config", teacher.toString()).err().contains("audit needs the role admin"));
    }

    @Test
    void whoHasNoRoleAtTheMachinesAsksThemThroughCentralInHisRooms() throws Exception {
        String assistant = Typed.settings(server, "assistant", folder).toString();
        Typed one = at().type("sessions", "a201b7", "--config", assistant);
        assertEquals(List.of("User          Since     Session", "=a201b7.user  13:09:56        1"), one.lines());
        Typed room = at().type("sessions", "room:A201", "--tsv", "--config", assistant);
        assertEquals(1, room.code(), room.err());
        assertEquals(
                List.of("machine\tuser\tsince\tsession", "A201B7\t=a201b7.user\t2026-11-22T12:09:56Z\t1"),
                room.lines());
        assertTrue(room.err().startsWith("a201b8: "), room.err());
        Typed order = at().type("logoff", "room:A201", "user=kevin.marchais", "--yes", "--config", assistant);
        assertEquals(1, order.code(), order.err());
        assertEquals(List.of("kevin.marchais"), b7.orders());
        assertEquals(
                2, at().type("sessions", "room:B105", "--config", assistant).code());
    }

    @Test
    void anOrderToCentralAsksFirst() {
        assertEquals(64, at().type("wake", "a201b8").code());
        Typed woken = at().type("wake", "a201b7", "--yes");
        assertTrue(woken.out().contains("already on"), woken.out() + woken.err());
    }

    @Test
    void watchPrintsWhatChanges() throws Exception {
        CompletableFuture<Typed> watching =
                CompletableFuture.supplyAsync(() -> at().type("watch", "B105", "--json", "--for", "8s"));
        await(() -> at().type("audit", "action=watch", "--tsv").lines().size() > 1);
        ScriptedAgent a1 = new ScriptedAgent(server, "b105a1", "anne.martin");
        await(() -> condition("b105a1") == Condition.IN_USE);
        Typed typed = watching.get();
        a1.close();
        assertEquals(0, typed.code(), typed.err());
        assertTrue(
                typed.out()
                        .contains(
                                "\"machine\":\"B105A1\",\"room\":\"B105\",\"state\":\"in-use\",\"user\":\"anne.martin\""),
                typed.out());
    }

    @Test
    void withoutACentralItIsSaidWhatToDo() {
        Typed none = new Typed.At().config(config).type("who");
        assertEquals(64, none.code());
        assertTrue(none.err().contains("[central] jid"), none.err());
        Typed absent =
                at().environment("ROLLCALL_CENTRAL_JID", "nobody@iut.rdz").type("who");
        assertEquals(
                "rollcall: nobody@iut.rdz: central is not there. Is its service running, and is this its account"
                        + " ([central] jid)?",
                absent.err().strip());
        assertEquals(2, absent.code());
    }
}
