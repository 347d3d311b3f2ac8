package org.rollcall.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.XmppServer;

/** One real agent on this machine, alone: its memory, its threads, what it does while idle, and how soon it is there. */
final class OneAgent {
    private static final String USER = "a100b1";
    private static final int STARTS = 7;
    private static final Duration SETTLE = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final XmppServer server;
    private final BenchCentral central;
    private final Report report;
    private final Path folder = Project.kept("bench");

    OneAgent(XmppServer server, BenchCentral central, Report report) {
        this.server = server;
        this.central = central;
        this.report = report;
        server.createAccounts(Map.of(USER, "pw"));
    }

    void measure(Path javaHome, String version) throws InterruptedException {
        Path config = config();
        // The first start asks for the subscriptions and leaves the class data archive behind.
        Path archive = folder.resolve("agent-" + version + ".jsa");
        try {
            Files.deleteIfExists(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (AgentProcess first = start(javaHome, config, List.of("-XX:ArchiveClassesAtExit=" + archive))) {
            awaitPresence(first);
            Thread.sleep(3000);
        }
        measure(javaHome, config, List.of(), "Java " + version);
        measure(
                javaHome,
                config,
                List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"),
                "Java " + version + ", AppCDS");
    }

    private void measure(Path javaHome, Path config, List<String> options, String where) throws InterruptedException {
        Sample starts = new Sample();
        for (int i = 0; i < STARTS; i++) {
            central.forget();
            long begin = System.nanoTime();
            try (AgentProcess agent = start(javaHome, config, options)) {
                starts.add(awaitPresence(agent) - begin);
            }
            BenchCentral.await("the agent's leave", () -> central.present().isEmpty());
        }
        report.add("start to presence, median of " + STARTS, where, starts.median(), "400 ms");
        central.forget();
        try (AgentProcess agent = start(javaHome, config, options)) {
            awaitPresence(agent);
            Thread.sleep(SETTLE.toMillis());
            String wanted = where.startsWith("Java 17") ? "60 MB" : "80 MB";
            report.add("resident memory", where, megabytes(agent.status("VmRSS")), wanted);
            report.add("of it private (heap, code, stacks)", where, megabytes(agent.status("RssAnon")), "");
            report.add("threads", where, Long.toString(agent.status("Threads")), "20");
            long cpu = agent.cpuMillis();
            long switches = agent.contextSwitches();
            Thread.sleep(IDLE.toMillis());
            report.add("CPU per idle minute", where, agent.cpuMillis() - cpu + " ms", "not measurable");
            report.add("wake-ups per idle minute", where, Long.toString(agent.contextSwitches() - switches), "");
        }
        BenchCentral.await("the agent's leave", () -> central.present().isEmpty());
    }

    private long awaitPresence(AgentProcess agent) {
        BenchCentral.await("the agent's presence", () -> !central.present().isEmpty() || !agent.isAlive());
        if (!agent.isAlive()) {
            throw new IllegalStateException("the agent ended; see tests/target/bench/agents.log");
        }
        return central.present().values().iterator().next();
    }

    private AgentProcess start(Path javaHome, Path config, List<String> options) {
        List<String> line = List.of(BenchAgent.class.getName(), config.toString());
        return AgentProcess.start(javaHome, options, AgentProcess.classPath(), line);
    }

    private Path config() {
        Path config = folder.resolve("agent.toml");
        Path password = folder.resolve("password");
        try {
            Files.writeString(password, "pw");
            Files.writeString(
                    config,
                    String.format(
                            Locale.ROOT,
                            """
                            [xmpp]
                            domain = "%s"
                            host = "127.0.0.1"
                            port = %d
                            user = "%s"
                            password-file = "%s"
                            ca-file = "%s"
                            [central]
                            jid = "%s@%s"
                            [agent]
                            data-dir = "%s"
                            """,
                            server.domain(),
                            server.port(),
                            USER,
                            password,
                            server.ca().caFile(),
                            XmppServer.CENTRAL,
                            server.domain(),
                            folder.resolve("data-" + System.nanoTime())));
            password.toFile().setReadable(false, false);
            password.toFile().setReadable(true, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return config;
    }

    private static String megabytes(long kilobytes) {
        return String.format(Locale.ROOT, "%.0f MB", kilobytes / 1024.0);
    }
}
