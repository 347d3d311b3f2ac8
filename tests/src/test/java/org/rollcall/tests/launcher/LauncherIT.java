package org.rollcall.tests.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.SourceCopy;

/** {@code ./rollcall} in a copy of the sources that was never built, called as people call it. */
class LauncherIT {
    private static final List<String> SOURCES =
            List.of("xmpp", "loopback", "agent", "central", "cli", "demo", "tests/pom.xml", "config-templates", ".mvn");

    @TempDir
    static Path folder;

    private static Path copy;
    private static List<Ended> first;

    @BeforeAll
    static void copyAndCallItTwiceAtOnce() throws Exception {
        copy = folder.resolve("a copy with blanks");
        for (String source : SOURCES) {
            SourceCopy.of(source, copy);
        }
        for (String file : List.of("pom.xml", "mvnw", "rollcall")) {
            SourceCopy.of(file, copy);
        }
        Files.createSymbolicLink(folder.resolve("link"), copy.resolve("rollcall"));
        CompletableFuture<Ended> one = CompletableFuture.supplyAsync(() -> launch(Map.of(), "version"));
        CompletableFuture<Ended> two = CompletableFuture.supplyAsync(() -> launch(Map.of(), "version"));
        first = List.of(one.get(6, TimeUnit.MINUTES), two.get(6, TimeUnit.MINUTES));
    }

    @Test
    void itBuildsOnceWithOneLineAndBothCallsRun() {
        for (Ended ended : first) {
            assertEquals(0, ended.code(), ended.err());
            assertTrue(ended.out().startsWith("rollcall 1."), ended.out());
            assertEquals(1, ended.err().lines().count(), ended.err());
        }
        assertEquals(
                1,
                first.stream().filter(e -> e.err().contains("building, once")).count());
        assertFalse(Files.exists(copy.resolve(".rollcall-building")));
    }

    @Test
    void whatIsBuiltRunsWithoutAWord() {
        Ended ended = launch(Map.of(), "version");
        assertEquals("", ended.err());
        assertTrue(Files.exists(copy.resolve("demo/target/rollcall-demo.jsa")), "no archive of classes");
    }

    @Test
    void fiveMistakesInASettingsFileAreFiveComplaints() throws Exception {
        Path file = Files.writeString(folder.resolve("agent.toml"), """
                [xmpp]
                domain = "iut.rdz"
                prot = 5222
                password-file = "missing"
                [central]
                jid = "windows"
                [agent]
                poll-every = "5 weeks"
                [run.list]
                program = "ls"
                """);
        Ended ended = launch(Map.of("LC_ALL", "C.UTF-8"), "check-config", file.toString());
        assertEquals(64, ended.code());
        List<String> complaints = ended.err().lines().toList();
        assertEquals(6, complaints.size(), ended.err());
        assertEquals(file + " line 3: xmpp.prot is not a setting; did you mean xmpp.port?", complaints.get(0));
        assertTrue(complaints.get(4).startsWith(file + " line 10: run.list.program "), ended.err());
    }

    @Test
    void aJavaThatIsMissingOrTooOldIsSaid() throws Exception {
        Ended missing = launch(Map.of("JAVA_HOME", "/nowhere"), "version");
        assertEquals(70, missing.code());
        assertTrue(missing.err().contains("JAVA_HOME is /nowhere"), missing.err());
        Path old = Files.createDirectories(folder.resolve("old").resolve("bin"));
        Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\necho '    java.specification.version = 1.8'\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Ended tooOld = launch(Map.of("JAVA_HOME", old.getParent().toString()), "version");
        assertEquals(70, tooOld.code());
        assertTrue(tooOld.err().contains("is Java 1.8, and 17 or newer is needed"), tooOld.err());
    }

    @Test
    void theDemoRunsAndItsPrintedCommandsWorkAsTheyStand() throws Exception {
        Map<String, String> home = Map.of(
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "LC_ALL", "C.UTF-8");
        Path shown = Files.createTempFile(folder, "demo", "");
        ProcessBuilder builder = new ProcessBuilder("./rollcall", "demo", "--for", "5m")
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile());
        builder.environment().putAll(home);
        Process demo = builder.start();
        try {
            List<String> commands = Await.value("the demo's commands", Duration.ofSeconds(60), () -> {
                List<String> lines = text(shown)
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("./rollcall "))
                        .toList();
                return lines.size() < 4 ? null : lines;
            });
            for (String command : commands) {
                ProcessBuilder one = new ProcessBuilder("/bin/sh", "-c", command)
                        .directory(copy.toFile())
                        .redirectErrorStream(true);
                one.environment().putAll(home);
                Process process = one.start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, process.waitFor(), () -> command + " said: " + said);
                assertFalse(said.isBlank(), command);
            }
            demo.destroy();
            assertTrue(demo.waitFor(20, TimeUnit.SECONDS), "the demo did not end when asked to");
        } finally {
            demo.destroyForcibly();
        }
    }

    private record Ended(int code, String out, String err) {}

    /** Through the link, from another folder. */
    private static Ended launch(Map<String, String> environment, String... words) {
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            List<String> command = Stream.concat(
                            Stream.of(folder.resolve("link").toString()), Stream.of(words))
                    .toList();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), text(out), text(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
