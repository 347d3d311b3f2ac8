package org.rollcall.tests.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Names;
import org.rollcall.tests.fixture.Slixmpp;
import org.rollcall.tests.fixture.XmppServer;

/** An agent on a Windows PC of its own, and the central account that hears it. */
final class WindowsAgent implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final WineBench bench = new WineBench();
    private final String machine = Names.machine();
    private final AgentAtCentral atCentral;
    private final Process process;

    WindowsAgent(XmppServer server, String pollEvery, String... scenario) {
        atCentral = new AgentAtCentral(server, machine);
        bench.scenario().play(scenario);
        Path settings = bench.folder().resolve("agent.toml");
        try {
            Files.writeString(settings, settings(server, pollEvery));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = bench.java("agent.log", JavaProcess.ROLLCALL, "agent", "--config", WineBench.windowsPath(settings));
        Await.until("the agent's first event, see tests/target/wine/agent.log", START, () -> !events().isEmpty());
    }

    private String settings(XmppServer server, String pollEvery) {
        return String.join(
                "\n",
                "[xmpp]",
                "domain = '" + server.domain() + "'",
                "host = '127.0.0.1'",
                "port = " + server.port(),
                "user = '" + machine + "'",
                "password = 'm'",
                "ca-file = '" + WineBench.windowsPath(server.ca().caFile()) + "'",
                "[central]",
                "jid = '" + atCentral.account() + "'",
                "role = 'admin'",
                "[agent]",
                "data-dir = '" + WineBench.windowsPath(bench.folder().resolve("data")) + "'",
                "poll-every = '" + pollEvery + "'",
                "");
    }

    WineBench bench() {
        return bench;
    }

    Slixmpp central() {
        return atCentral.central();
    }

    String jid() {
        return atCentral.jid();
    }

    List<String> events() {
        return atCentral.events();
    }

    List<Integer> numbers() {
        return atCentral.numbers();
    }

    String presence() {
        return atCentral.presence();
    }

    long timesGone() {
        return atCentral.timesGone();
    }

    String ask(String type, String command, String... arguments) {
        return atCentral.ask(type, command, arguments);
    }

    @Override
    public void close() {
        atCentral.close();
        bench.close();
        process.destroyForcibly();
    }
}
