package org.rollcall.tests.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Project;

/** One Windows PC: a Wine prefix of its own with the doubles, a scenario to play and a record of what was asked. */
public final class WineBench implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final List<String> DOUBLES = List.of("wtsapi32.dll", "iphlpapi.dll", "wineiphl.dll");

    private final Path folder;
    private final Path prefix;
    private final Scenario scenario;
    private String computerName;

    public WineBench() {
        try {
            // Beside the template, as hard links do not cross file systems.
            folder = Files.createTempDirectory(WineTemplate.cache(), "bench-");
            prefix = folder.resolve("prefix");
            clone(WineTemplate.prefix());
            Commands.run(LIMIT, Map.of(), List.of(Project.root().resolve("tests/src/wine/build") + "", "" + folder));
            install(DOUBLES);
            scenario = new Scenario(folder.resolve("scenario.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hard links but for the registry, which Wine writes in place. */
    private void clone(Path template) throws IOException {
        Commands.run(LIMIT, Map.of(), List.of("cp", "-al", "" + template, "" + prefix));
        try (Stream<Path> files = Files.list(template)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".reg")).toList()) {
                // Not replaced: Files.copy does nothing when both are links of one file, and Wine would write into the
                // template.
                Files.delete(prefix.resolve(file.getFileName()));
                Files.copy(file, prefix.resolve(file.getFileName()));
            }
        }
    }

    static Map<String, String> environment(Path prefix) {
        return Map.of(
                "WINEPREFIX", prefix.toString(),
                "WINEARCH", "win64",
                "WINEDEBUG", "-all",
                "WINEDLLOVERRIDES", "wtsapi32,iphlpapi,advapi32=n,b;mscoree,mshtml=");
    }

    /** Wine's own is used of what is not installed. */
    private void install(List<String> doubles) throws IOException {
        for (String dll : doubles) {
            Path installed = prefix.resolve("drive_c/windows/system32").resolve(dll);
            Files.deleteIfExists(installed);
            Files.copy(folder.resolve(dll), installed);
        }
    }

    /** From now on the event log, services' failure actions and files' rights are recorded. */
    public void recordAdvapi() {
        try {
            install(List.of("wineadva.dll", "advapi32.dll"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> environment() {
        return environment(prefix);
    }

    /** What the double plays. */
    public Scenario scenario() {
        return scenario;
    }

    /** What the double was asked to do, one line each. */
    public List<String> record() {
        try {
            Path file = folder.resolve("record.txt");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of this PC's that is not in the prefix. */
    public Path folder() {
        return folder;
    }

    /** {@code C:\}. */
    public Path drive() {
        return prefix.resolve("drive_c");
    }

    /** How Windows programs name a file. */
    public static String windowsPath(Path path) {
        return "Z:" + path.toAbsolutePath().toString().replace('/', '\\');
    }

    /** Switches it off; from its next start on it has this name. Wine takes it from its host: each name is a host's own. */
    void rename(String name) {
        turnOff();
        computerName = name;
    }

    /** How Linux runs a program of Windows'. */
    List<String> line(String... command) {
        List<String> line = new ArrayList<>();
        if (computerName != null) {
            line.addAll(List.of("unshare", "--map-root-user", "--uts"));
            line.addAll(List.of("sh", "-c", "hostname \"$0\" && exec \"$@\"", computerName));
        }
        line.add("wine");
        line.addAll(List.of(command));
        return line;
    }

    /** Runs a program of Windows' to its end. */
    public String wine(String... command) {
        return Commands.run(LIMIT, environment(prefix), line(command));
    }

    /** Starts a program of Windows' and leaves it running. */
    public Process start(String... command) {
        return start(line(command), ProcessBuilder.Redirect.DISCARD);
    }

    /**
     * Starts a class of the tests' class path on the Windows runtime.
     *
     * @param log kept below tests/target/wine, with its standard error
     */
    public Process java(String log, String main, String... arguments) {
        return java(log, List.of(), main, arguments);
    }

    /** @param options of the JVM's; they come last, so that they win */
    public Process java(String log, List<String> options, String main, String... arguments) {
        List<String> line = line(
                WineTemplate.runtime().resolve("bin/java.exe").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                // Wine cannot say which processors there are, and Java warns.
                "-XX:ActiveProcessorCount=2",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstdin.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8");
        line.addAll(options);
        line.addAll(List.of("-cp", classPath(), main));
        line.addAll(List.of(arguments));
        Path file = Project.kept("wine").resolve(log);
        return start(line, ProcessBuilder.Redirect.appendTo(file.toFile()));
    }

    private Process start(List<String> command, ProcessBuilder.Redirect error) {
        Map<String, String> environment = new HashMap<>(environment(prefix));
        environment.put("WTS_SCENARIO", windowsPath(scenario.file()));
        environment.put("WTS_RECORD", windowsPath(folder.resolve("record.txt")));
        try {
            return Commands.builder(environment, command).redirectError(error).start();
        } catch (IOException e) {
            throw new AssertionError("wine cannot be run (tests/run installs what is missing): " + e, e);
        }
    }

    private static String classPath() {
        return Stream.of(JavaProcess.classPath().split(":"))
                .map(entry -> windowsPath(Path.of(entry)))
                .collect(Collectors.joining(";"));
    }

    /** The power goes: everything that runs ends at once. */
    void turnOff() {
        try {
            Commands.builder(environment(prefix), List.of("wineserver", "-k"))
                    .start()
                    .waitFor();
            Commands.run(LIMIT, environment(prefix), List.of("wineserver", "-w"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        turnOff();
        Commands.run(LIMIT, Map.of(), List.of("rm", "-rf", "" + folder));
    }
}
