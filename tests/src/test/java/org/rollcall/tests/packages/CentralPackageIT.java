package org.rollcall.tests.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.CentralSetup;
import org.rollcall.tests.fixture.FreePorts;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.ServerKind;
import org.rollcall.tests.fixture.SourceCopy;
import org.rollcall.tests.fixture.Tool;
import org.rollcall.tests.fixture.XmppServer;

/** Central's packages, built from a copy of the sources; the one for any system is run on a real server. */
class CentralPackageIT {
    private static final List<String> SOURCES = List.of(
            "xmpp",
            "loopback",
            "agent",
            "central",
            "cli",
            "demo/pom.xml",
            "tests/pom.xml",
            "config-templates",
            ".mvn",
            "installer",
            "docs",
            "pom.xml",
            "mvnw",
            "LICENSE");
    private static final Duration BUILD = Duration.ofMinutes(6);

    @TempDir
    static Path folder;

    private static Path deb;
    private static Path unpacked;

    @BeforeAll
    static void build() throws Exception {
        Path copy = folder.resolve("copy");
        for (String source : SOURCES) {
            SourceCopy.of(source, copy);
        }
        Path log = Project.log("logs", "central-package");
        Process build = new ProcessBuilder("installer/central/build")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(build.waitFor(BUILD.toSeconds(), TimeUnit.SECONDS), "the build takes too long");
        assertEquals(0, build.exitValue(), () -> text(log));
        deb = only(copy.resolve("installer/target"), ".deb");
        Tool.run(
                folder,
                "tar",
                "-xzf",
                only(copy.resolve("installer/target"), ".tar.gz").toString());
        unpacked = only(folder, "-SNAPSHOT");
    }

    @Test
    void theDebHoldsTheServiceItsSettingsAndNothingOfTestsOrDemo() {
        String files = Tool.run(folder, "dpkg-deb", "--contents", deb.toString());
        for (String file : List.of(
                "./usr/bin/rollcall",
                "./usr/lib/systemd/system/rollcall-central.service",
                "./usr/share/doc/rollcall-central/copyright",
                "./usr/share/rollcall-central/lib/sqlite-jdbc-")) {
            assertTrue(files.contains(file), file + " is missing:\n" + files);
        }
        assertTrue(
                files.lines()
                        .anyMatch(line -> line.startsWith("-rw-r----- root/root") && line.contains("central.toml")),
                "the settings are for the service alone");
        assertFalse(files.contains("junit") || files.contains("loopback") || files.contains("rollcall-demo"), files);
    }

    @Test
    void everyLibraryStandsInTheListOfLicences() throws Exception {
        String licences = Files.readString(unpacked.resolve("doc/copyright"));
        try (Stream<Path> jars = Files.list(unpacked.resolve("lib"))) {
            List<String> missing = jars.map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
                    .filter(name -> !name.startsWith("rollcall-") && !licences.contains(":" + name + ":"))
                    .toList();
            assertEquals(List.of(), missing);
        }
    }

    @Test
    void theServiceRunsWithLeastRights() {
        String unit = Project.root()
                .resolve("installer/central/systemd/rollcall-central.service")
                .toString();
        // Ends with an error above the threshold, in tenths: 2.0 of 10, where most services of Debian have 9.
        String said =
                Tool.run(folder, "systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", unit);
        assertTrue(said.contains("Overall exposure level"), said);
    }

    @Test
    void itRunsOnARealServerAndIsBackedUpAndRestored() throws Exception {
        XmppServer server = ServerKind.PROSODY.shared();
        int port = FreePorts.next();
        Path config = CentralSetup.on(server).rooms("a201b7,A201\n").write();
        String listen = "--set=web.listen=127.0.0.1:" + port;
        String rollcall = unpacked.resolve("rollcall").toString();
        String settings = "--config=" + config;
        Path copy = folder.resolve("central-backup.db");

        Process first = central(rollcall, settings, listen);
        try {
            Await.until("central is well", Duration.ofSeconds(40), () -> isHealthy(port));
            Tool.run(folder, rollcall, "backup", settings, copy.toString());
            assertTrue(Files.size(copy) > 0);
            Process refused = new ProcessBuilder(rollcall, "restore", settings, copy.toString())
                    .redirectErrorStream(true)
                    .start();
            String why = new String(refused.getInputStream().readAllBytes());
            assertEquals(2, refused.waitFor(), why);
            assertTrue(why.contains("another central"), why);
        } finally {
            end(first);
        }
        Tool.run(folder, rollcall, "restore", settings, copy.toString());
        Process second = central(rollcall, settings, listen);
        try {
            Await.until("central is well again", Duration.ofSeconds(40), () -> isHealthy(port));
        } finally {
            end(second);
        }
    }

    private static Process central(String... command) throws IOException {
        List<String> words = Stream.concat(
                        Stream.of(command[0], "central"), Stream.of(command).skip(1))
                .toList();
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(Project.log("logs", "central-of-the-package").toFile())
                .start();
    }

    /** As systemd does; 143 is Java's word for that signal. */
    private static void end(Process central) throws InterruptedException {
        central.destroy();
        try {
            assertTrue(central.waitFor(15, TimeUnit.SECONDS), "central did not end when asked to");
            assertEquals(143, central.exitValue());
        } finally {
            central.destroyForcibly();
        }
    }

    private static boolean isHealthy(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path only(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
