package org.rollcall.tests.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.Project;

/** A Windows PC with the agent's service on it, run by a {@link ServiceProbe} with the options that are shipped. */
final class ServicePc implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final WineBench bench = new WineBench();
    private final Path folder = bench.drive().resolve("ProgramData/Rollcall");
    private Process process;

    WineBench bench() {
        return bench;
    }

    /** The agent's data folder. */
    Path folder() {
        return folder;
    }

    void start() {
        process = another();
    }

    /** A further process with the same data folder. */
    Process another() {
        return bench.java("service.log", options(), ServiceProbe.class.getName());
    }

    void settings(String... lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("agent.toml"), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code stop}, {@code kill THREAD} or {@code hoard}. */
    void order(String order) {
        try {
            process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the service, at its end. */
    int exitCode() {
        return exitCode(process);
    }

    static int exitCode(Process process) {
        try {
            if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it did not end, see tests/target/wine/service.log");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The agent's own log. */
    String log() {
        Path file = folder.resolve("logs/agent.log");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitLog(String words) {
        Await.until(words + " in agent.log, which is: " + log(), SOON, () -> log().contains(words));
    }

    private static List<String> options() {
        try {
            List<String> options = new ArrayList<>();
            for (String line : Files.readAllLines(Project.root().resolve("config-templates/agent.jvmoptions"))) {
                if (line.startsWith("-")) {
                    options.add(line);
                }
            }
            options.add("-Xrs");
            return options;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log stays below tests/target/wine. */
    @Override
    public void close() {
        try {
            Files.writeString(Project.kept("wine").resolve("service-agent.log"), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bench.close();
    }
}
