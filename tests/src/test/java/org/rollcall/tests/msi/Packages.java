package org.rollcall.tests.msi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.wine.WineTemplate;

/** MSIs of the classes under test: made by {@code installer/build} once for what they are made of, and kept. */
public final class Packages {
    private static final long LIMIT_MINUTES = 8;
    private static final Duration KEPT = Duration.ofDays(2);
    private static final List<String> SOURCES =
            List.of("installer/build", "installer/windows", "wix", "config-templates/agent.jvmoptions");

    private Packages() {}

    /** The MSI of a version. */
    public static synchronized Path msi(String version) {
        return made(version).resolve("rollcall-" + version + ".msi");
    }

    /** What the build says about it. */
    static synchronized String table(String version) {
        try {
            return Files.readString(made(version).resolve("rollcall-" + version + ".txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(String version) {
        Path kept = WineTemplate.cache().resolve("msi-" + version + "-" + fingerprint());
        WineTemplate.makeOnce(kept, () -> {
            removeOld();
            Path made = build(jars(), "--version", version);
            try {
                Path folder = Files.createDirectories(kept.resolveSibling("making-" + kept.getFileName()));
                for (String suffix : List.of(".msi", ".txt")) {
                    Path file = made.resolve("rollcall-" + version + suffix);
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
                Files.move(folder, kept);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return kept;
    }

    /** Runs {@code installer/build} and gives the folder that it fills; a failure fails the test. */
    static Path build(Path jars, String... arguments) {
        Stream<String> given = Stream.of("installer/build", "--jars", jars.toString());
        Path log = Project.log("logs", "installer-build");
        try {
            Process build = new ProcessBuilder(
                            Stream.concat(given, Stream.of(arguments)).toList())
                    .directory(Project.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!build.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                build.destroyForcibly();
                throw new AssertionError("installer/build takes too long");
            }
            if (build.exitValue() != 0) {
                throw new AssertionError(
                        "installer/build ended with " + build.exitValue() + ": " + Files.readString(log));
            }
            return Project.root().resolve("installer/target");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What Maven would gather, from the class path of the tests. */
    static Path jars() {
        try {
            Path folder = emptied(Project.kept("msi").resolve("jars-" + System.getProperty("rollcall.fork", "1")));
            for (Path entry : classPath()) {
                String own = own(entry);
                if (own == null) {
                    Files.copy(entry, folder.resolve(entry.getFileName()));
                } else if (Files.isDirectory(entry)) {
                    jar("--create", "--file", folder.resolve(own + "-1.jar").toString(), "-C", entry.toString(), ".");
                } else {
                    Files.copy(entry, folder.resolve(own + "-1.jar"));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void jar(String... arguments) {
        if (ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, arguments) != 0) {
            throw new AssertionError("jar failed");
        }
    }

    /** The agent's modules and the libraries that the installer declares. */
    private static List<Path> classPath() {
        List<String> libraries = lines("installer/windows/libraries.txt")
                .map(line -> line.split(" ")[0])
                .toList();
        return Stream.of(JavaProcess.classPath().split(":"))
                .map(Path::of)
                .filter(entry -> own(entry) != null
                        || libraries.contains(entry.getFileName().toString().replaceFirst("-\\d.*", "")))
                .toList();
    }

    /** {@code rollcall-agent} and {@code rollcall-xmpp}, be they jars or folders of classes. */
    private static String own(Path entry) {
        for (String module : List.of("agent", "xmpp")) {
            Path target = Project.root().resolve(module).resolve("target");
            if (entry.startsWith(target) && !entry.getFileName().toString().contains("test")) {
                return "rollcall-" + module;
            }
        }
        return null;
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Project.root().resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream<Path> roots = Stream.concat(SOURCES.stream().map(Project.root()::resolve), classPath().stream());
            for (Path root : (Iterable<Path>) roots::iterator) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)
                            .filter(each -> !each.endsWith(".stamp"))
                            .sorted()::iterator) {
                        digest.update(Project.root().relativize(file).toString().getBytes());
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** What nobody has needed for days; a test beside this one may use another. */
    private static void removeOld() {
        Instant old = Instant.now().minus(KEPT);
        try (Stream<Path> all = Files.list(WineTemplate.cache())) {
            for (Path folder : (Iterable<Path>)
                    all.filter(each -> each.getFileName().toString().startsWith("msi-"))::iterator) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    emptied(folder);
                    Files.delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
