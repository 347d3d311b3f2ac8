package org.rollcall.tests.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.rollcall.tests.fixture.AgentSetup;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.TemporaryFolders;
import org.rollcall.tests.fixture.XmppServer;

/** The real agent in a process of its own, on a PC that is played from a file. */
final class PlayedPc implements AutoCloseable {
    private final String name;
    private final Path file = TemporaryFolders.create("pc").resolve("host.json");
    private final AgentSetup setup;
    private final JavaProcess agent;

    /** @param account of the machine; its name is the same in capitals */
    PlayedPc(XmppServer server, String account, String viewer) throws IOException {
        name = account.toUpperCase(Locale.ROOT);
        setup = new AgentSetup(server, account)
                .central(XmppServer.CENTRAL)
                .access("viewers", viewer + "@" + server.domain())
                .agent("poll-every = \"500ms\"");
        nobody();
        agent = setup.scripted(file).start();
    }

    String bareJid() {
        return setup.bareJid();
    }

    String jid() {
        return setup.jid();
    }

    /** @return since when, as the machine says */
    Instant somebody(String user) throws IOException {
        Instant since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        write("{\"id\": 1, \"user\": \"" + user + "\", \"since\": \"" + since + "\"}");
        return since;
    }

    void nobody() throws IOException {
        write("");
    }

    /** As a whole: the agent may read at any moment. */
    private void write(String sessions) throws IOException {
        Path next = Files.writeString(
                file.resolveSibling("next.json"),
                "{\"name\": \"" + name + "\", \"sessions\": [" + sessions + "], \"processes\": []}");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Kills the agent without a word. */
    void cutPower() {
        agent.kill();
    }

    @Override
    public void close() {
        agent.close();
    }
}
