package org.rollcall.tests.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.rollcall.tests.fixture.Project;

/** A Java program of its own, with the options file of the agent's service, and what the kernel says of it. */
final class AgentProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private AgentProcess(Process process) {
        this.process = process;
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Jars, as installed: class data sharing takes no folders. */
    static String classPath() {
        return System.getProperty("bench.class-path");
    }

    static AgentProcess start(Path javaHome, List<String> options, String classPath, List<String> mainAndArguments) {
        return start(javaHome, "agent.jvmoptions", options, classPath, mainAndArguments);
    }

    /** @param file of {@code config-templates}, instead of the agent's; the Java is this one */
    static AgentProcess startWith(String file, List<String> options, String classPath, List<String> mainAndArguments) {
        return start(Path.of(System.getProperty("java.home")), file, options, classPath, mainAndArguments);
    }

    private static AgentProcess start(
            Path javaHome, String file, List<String> options, String classPath, List<String> mainAndArguments) {
        List<String> line = new ArrayList<>();
        line.add(javaHome.resolve("bin/java").toString());
        line.add("@" + Project.root().resolve("config-templates").resolve(file));
        line.addAll(options);
        line.add("-cp");
        line.add(classPath);
        line.addAll(mainAndArguments);
        try {
            return new AgentProcess(new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            Project.kept("bench").resolve("agents.log").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void say(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads standard output until that line has come. */
    void awaitWord(String word) {
        try {
            for (String line = out.readLine(); !word.equals(line); line = out.readLine()) {
                if (line == null) {
                    throw new IllegalStateException("the program ended; see tests/target/bench/agents.log");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path proc() {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    /** A number of {@code /proc/PID/status}: kilobytes, or threads. */
    long status(String key) {
        return lineNumber(proc().resolve("status"), key);
    }

    /** Processor time used so far, in milliseconds. */
    long cpuMillis() {
        try {
            String stat = Files.readString(proc().resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of all its threads. */
    long contextSwitches() {
        try (Stream<Path> threads = Files.list(proc().resolve("task"))) {
            return threads.mapToLong(thread -> lineNumber(thread.resolve("status"), "voluntary_ctxt_switches"))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lineNumber(Path file, String key) {
        try (Stream<String> lines = Files.lines(file)) {
            String line =
                    lines.filter(each -> each.startsWith(key + ":")).findFirst().orElse("0");
            return Long.parseLong(line.replaceAll("[^0-9]", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
