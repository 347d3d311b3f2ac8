package org.rollcall.agent.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.SettingsChanges;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.agent.watch.WatchedHost;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.settings.TomlSource;

/** What goes wrong at a site is one clear line in the system's own log, and the service lives on until it is right. */
class EventLogLinesTest {
    private static final Duration SOON = Duration.ofMillis(50);

    private interface DiskTrick {
        void play() throws IOException;
    }

    @TempDir
    Path temp;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final WatchedHost host = new WatchedHost();
    private RecentLog log;
    private Clock clock = Clock.systemUTC();
    private DiskTrick beforeTheAgentsStart = () -> {};
    private LoopbackServer server;
    private WaitingService service;

    @BeforeEach
    void begin() throws IOException {
        log = AgentLog.start(null, (id, text) -> events.add(id + ": " + text), Locale.ENGLISH);
        server = LoopbackServer.builder()
                .domain("iut.test")
                .account("a201b7", "secret")
                .start();
    }

    @AfterEach
    void end() {
        service.close();
        server.close();
        AgentLog.start(null);
    }

    @Test
    void aWrongDomain() throws Exception {
        settings("iut.tset", temp.resolve("data"), trusted());
        start();
        String line = one("LINK_WRONG_DOMAIN");
        assertTrue(line.contains("not for the domain iut.tset: check domain and host"), line);

        settings("iut.test", temp.resolve("data"), trusted());
        one("LINK_UP");
    }

    @Test
    void aDeadServer() throws Exception {
        server.goDown();
        settings("iut.test", temp.resolve("data"), trusted());
        start();
        String line = one("LINK_REFUSED");
        assertTrue(line.contains("refused the connection: is the XMPP server running, on this port?"), line);

        server.comeUp();
        one("LINK_UP");
    }

    @Test
    void anUntrustedCertificate() throws Exception {
        settings("iut.test", temp.resolve("data"), "");
        start();
        String line = one("LINK_CERTIFICATE");
        assertTrue(line.contains("certificate"), line);

        settings("iut.test", temp.resolve("data"), trusted());
        one("LINK_UP");
    }

    @Test
    void aDiskThatTakesNothingMore() throws Exception {
        // For the journal it is the same as a full one: its next file cannot be written.
        Path journal = temp.resolve("data/journal");
        beforeTheAgentsStart = () -> {
            Files.delete(journal);
            Files.createFile(journal);
        };
        settings("iut.test", temp.resolve("data"), trusted());
        start();
        String line = one("JOURNAL_UNWRITABLE");
        assertTrue(line.contains("events wait in memory until it can; free the disk or its rights"), line);
        one("LINK_UP");

        Files.delete(journal);
        await(
                "the journal",
                () -> log.lines().stream().anyMatch(each -> each.text().contains("is written again")));
    }

    @Test
    void aDataFolderThatCannotBeWritten() throws Exception {
        Path inTheWay = Files.writeString(temp.resolve("in-the-way"), "");
        settings("iut.test", inTheWay.resolve("data"), trusted());
        start();
        String line = one("DATA_FOLDER_UNUSABLE");
        assertTrue(line.contains("give the agent's account the right to write there, or set agent.data-dir"), line);

        Files.delete(inTheWay);
        one("LINK_UP");
    }

    @Test
    void aClockThatIsAnHourOff() throws Exception {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        settings("iut.test", temp.resolve("data"), trusted());
        start();
        String line = one("CLOCK_WRONG");
        assertEquals(
                "CLOCK_WRONG: This computer's clock is 60 minutes ahead of the server's: check where it takes its time "
                        + "from (w32tm /query /status)",
                line);
        one("LINK_UP");
    }

    private void start() {
        service = new WaitingService(
                problems -> new AgentSettingsReader("A201B7", Map.of())
                        .read(List.of(new TomlSource(temp.resolve("agent.toml"))), problems),
                this::agent,
                SettingsChanges.polled(),
                SOON,
                SOON);
        service.start();
    }

    private RunningAgent agent(AgentSettings settings) throws DataFolderException {
        AgentService agent =
                new AgentService(settings, host, log, link -> new SmackLink(link), clock, System::nanoTime);
        try {
            beforeTheAgentsStart.play();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        agent.start();
        return agent;
    }

    /** As an editor that replaces the file: it is never read half written. */
    private void settings(String domain, Path data, String trust) throws IOException {
        Path file = Files.writeString(
                temp.resolve("agent.toml.new"),
                String.join(
                        "\n",
                        "[xmpp]",
                        "domain = '" + domain + "'",
                        "host = '" + server.host() + "'",
                        "port = " + server.port(),
                        "password = 'secret'",
                        trust,
                        "[agent]",
                        "data-dir = '" + data + "'",
                        "poll-every = '500ms'",
                        ""));
        Files.move(
                file, temp.resolve("agent.toml"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String trusted() {
        return "certificate-sha256 = '" + server.certificateSha256() + "'";
    }

    /** The one event of that name; there is never a second one. */
    private String one(String id) throws InterruptedException {
        await(id, () -> events.stream().anyMatch(event -> event.startsWith(id + ": ")));
        List<String> found =
                events.stream().filter(event -> event.startsWith(id + ": ")).toList();
        assertEquals(1, found.size(), events.toString());
        return found.get(0);
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "no " + what + " but " + events + log.lines());
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
