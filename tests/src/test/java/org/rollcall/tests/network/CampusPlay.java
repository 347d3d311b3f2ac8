package org.rollcall.tests.network;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.central.board.Condition;
import org.rollcall.central.service.CentralService;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.FaultProxy;
import org.rollcall.tests.fixture.FreePorts;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.TestCa;
import org.rollcall.tests.fixture.XmppServer;

/**
 * A program, run in a namespace of its own: three networks, two of them halves of the same 256 addresses, real agents
 * there, and central in the third. Prints what {@link CampusIT} looks at, one JSON object a line.
 */
final class CampusPlay {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Design: lost within 45 s, whatever the server does. */
    private static final Duration LOST = Duration.ofSeconds(45);

    private final Path folder = TemporaryFolders.create("campus");
    private final Map<String, JavaProcess> agents = new LinkedHashMap<>();
    private final TestCa ca = new TestCa();
    private final int web = FreePorts.next();
    private LoopbackServer server;
    private CentralService central;

    private CampusPlay() {}

    public static void main(String[] arguments) throws Exception {
        CampusPlay play = new CampusPlay();
        try {
            play.run();
        } finally {
            play.agents.values().forEach(JavaProcess::kill);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        Networks.make();
        Networks.room("a105", "10.9.1.129/25");
        Networks.room("a201", "10.9.1.1/25");
        Networks.pc("a105b1", "a105", "10.9.1.130/25", "10.9.1.129");
        Networks.pc("a201b1", "a201", "10.9.1.2/25", "10.9.1.1");
        Networks.pc("a201b2", "a201", "10.9.1.3/25", "10.9.1.1");
        Networks.pc("a201b3", "a201", "10.9.1.4/25", "10.9.1.1");
        Networks.pc("a202b1", "a201", "10.9.1.9/25", "10.9.1.1");
        server = LoopbackServer.builder()
                .domain("iut.rdz")
                .account(XmppServer.CENTRAL, "pw")
                .account("keeper", "pencil")
                .everybodySharedWith(XmppServer.CENTRAL)
                .start();
        try (FaultProxy door = new FaultProxy(Networks.CENTRAL, server.port());
                CentralService started = central()) {
            central = started;
            for (String pc : List.of("a105b1", "a201b1", "a201b2", "a201b3", "a202b1")) {
                agents.put(pc, agent(pc, door.port()));
            }
            for (String pc : agents.keySet()) {
                await(pc, Condition.FREE);
            }
            agents.get("a202b1").stop();
            await("a202b1", Condition.OFF);
            wake();
            pullCables();
        }
    }

    private void wake() throws IOException {
        Path heard = folder.resolve("heard");
        Process sleeper = new ProcessBuilder(Networks.on("a202b1", "/usr/bin/python3", "-c", script("listen.py")))
                .redirectOutput(heard.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Await.until(
                "an ear in the sleeper's network",
                LIMIT,
                () -> Files.readString(heard).contains("listening"));
        JsonObject said = visit("a201b2", "a202b1");
        System.out.println(said);
        Await.until("both packets", LIMIT, () -> Files.readAllLines(heard).size() > 2);
        sleeper.destroy();
        Files.readAllLines(heard).stream().skip(1).forEach(System.out::println);
    }

    /** Of all of a room. */
    private void pullCables() {
        long pulled = System.nanoTime();
        List<String> room = List.of("a201b1", "a201b2", "a201b3");
        room.forEach(Networks::pullCable);
        room.forEach(pc -> await(pc, Condition.LOST));
        Duration taken = Duration.ofNanos(System.nanoTime() - pulled);
        JsonObject said = new JsonObject();
        said.addProperty("lostInTime", taken.compareTo(LOST) < 0);
        said.addProperty("seconds", taken.toSeconds());
        central.board().rooms().stream()
                .filter(one -> one.outage() != null)
                .forEach(one -> said.addProperty("outage", one.name()));
        said.addProperty(
                "other",
                central.board().machine("a105b1").orElseThrow().condition().toString());
        System.out.println(said);
    }

    /** Somebody at a PC opens the board, and wakes another one from there. */
    private JsonObject visit(String pc, String sleeper) throws IOException {
        String board = "https://" + Networks.CENTRAL + ":" + web;
        Process visit = new ProcessBuilder(Networks.on(
                        pc,
                        "/usr/bin/python3",
                        "-c",
                        script("visit.py"),
                        board,
                        ca.caFile().toString(),
                        sleeper))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return JsonParser.parseString(new String(visit.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private CentralService central() {
        TestCa.Certificate certificate = ca.forAddress(Networks.CENTRAL);
        return CentralSetup.on(server, "pw")
                .rooms("A105B1,A105\nA201B1,A201\nA201B2,A201\nA201B3,A201\nA202B1,A202\n")
                .listen(Networks.CENTRAL, web)
                .web("certificate-file = '" + certificate.chain() + "'\nkey-file = '" + certificate.key() + "'")
                .with("[access]\noperators = [\"keeper@iut.rdz\"]")
                .start();
    }

    /** The agent as it is on any Linux. */
    private JavaProcess agent(String name, int port) throws IOException {
        server.addAccount(name, "pw");
        Path settings = Files.writeString(
                folder.resolve(name + ".toml"),
                String.join(
                        "\n",
                        "[xmpp]",
                        "domain = 'iut.rdz'",
                        "host = '" + Networks.CENTRAL + "'",
                        "port = " + port,
                        "user = '" + name + "'",
                        "password = 'pw'",
                        "certificate-sha256 = '" + server.certificateSha256() + "'",
                        "[central]",
                        "jid = '" + XmppServer.CENTRAL + "@iut.rdz'",
                        "role = 'operator'",
                        "[agent]",
                        "data-dir = '" + folder.resolve(name) + "'\n"));
        return new JavaProcess(
                        "campus-" + name,
                        List.of(),
                        JavaProcess.ROLLCALL,
                        List.of("agent", "--config", settings.toString()))
                .by(Networks.on(name))
                .start();
    }

    private void await(String account, Condition condition) {
        Await.until(
                account + " to be " + condition.toString().toLowerCase(Locale.ROOT),
                LIMIT,
                () -> central.board()
                        .machine(account)
                        .filter(machine -> machine.condition() == condition && !machine.unconfirmed())
                        .isPresent());
    }

    private static String script(String name) throws IOException {
        try (var file = CampusPlay.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
