package org.rollcall.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.settings.ConfigFile;
import org.rollcall.xmpp.text.MachineName;

/** One demo, driven by the commands that it prints. */
@Timeout(60)
class DemoTest {
    private static final int PCS = 6;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    static Path home;

    private static Console console;
    private static Demo demo;

    @BeforeAll
    static void startDemo() throws Exception {
        console = new Console(home, Locale.ENGLISH);
        demo = Demo.start(console.terminal(), PCS, 3, 0, freePort());
    }

    @AfterAll
    static void stopDemo() {
        demo.close();
    }

    @Test
    void everyCommandThatIsPrintedWorksAsPrinted() {
        List<String[]> commands = printedCommands();
        assertEquals(8, commands.size(), console.out());
        for (String[] command : commands) {
            Console second = new Console(home, Locale.ENGLISH);
            assertEquals(0, second.run(command), String.join(" ", command) + "\n" + second.err());
            assertFalse(second.out().isBlank() && second.err().isBlank(), String.join(" ", command));
        }
    }

    @Test
    void sessionsOfAllAsksEveryMachine() {
        // One may just be on its way back from a restart.
        await(() -> new Console(home, Locale.ENGLISH).run("sessions", "all", "--json") == 0);
        Console second = new Console(home, Locale.ENGLISH);
        second.run("sessions", "all", "--json");
        for (String machine : List.of("a201a1", "b105a3")) {
            assertTrue(second.out().contains(machine), second.out());
        }
    }

    @Test
    void aSimulatedMachineSaysThatItIsSimulated() {
        Console second = new Console(home, Locale.ENGLISH);
        assertEquals(0, second.run("host", "B105A1"), second.err());
        assertTrue(second.out().contains("Simulated"), second.out());
    }

    @Test
    void thisComputersRealAgentListsThisProcess() {
        Console second = new Console(home, Locale.ENGLISH);
        assertEquals(0, second.run("processes", MachineName.ofThisComputer(), "--tsv"), second.err());
        assertTrue(second.out().contains(Long.toString(ProcessHandle.current().pid())), second.out());
    }

    @Test
    void thisComputerCannotBeShutDownByADemo() {
        Console second = new Console(home, Locale.ENGLISH);
        assertEquals(2, second.run("restart", MachineName.ofThisComputer(), "--yes", "delay=1h"), second.out());
        assertTrue(second.err().contains("admin"), second.err());
    }

    @Test
    void aBoxOnASimulatedScreenIsSeenInTheLiveView() {
        String machine = printedCommands().stream()
                .filter(words -> words[0].equals("message"))
                .findFirst()
                .orElseThrow()[1];
        new Console(home, Locale.ENGLISH).run("message", machine, "--yes", "text=Seen on the screen");
        await(() -> console.out().contains("Seen on the screen"));
    }

    @Test
    void aNewPcWaitsForAYesUntilItHasOne() {
        Console second = new Console(home, Locale.ENGLISH);
        assertEquals(0, second.run("audit", "action=enrol", "--tsv"), second.err());
        assertTrue(second.out().contains("a201z1"), second.out());
    }

    @Test
    void aMachineThatIsRestartedGoesOffAndComesBack() {
        Console second = new Console(home, Locale.ENGLISH);
        assertEquals(0, second.run("restart", "B105A2", "--yes", "delay=0s"), second.err());
        await(() -> Pattern.compile("B105A2 +off(?s:.*)B105A2 +on")
                .matcher(console.out())
                .find());
    }

    @Test
    void thePasswordIsForItsOwnersEyes() throws IOException {
        Path settings = ConfigFile.ofDemo(console.terminal());
        assertTrue(Files.readString(settings).contains("password"));
        if (settings.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals(2, Files.getPosixFilePermissions(settings).size());
        }
    }

    @Test
    void nothingIsLeftBehindInEnglishOrFrench() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Console french = new Console(elsewhere, Locale.FRENCH);
        List<Path> before = temporary();
        assertEquals(
                0,
                french.run("demo", "--pcs", "2", "--for", "1s", "--web-port", Integer.toString(freePort())),
                french.err());
        assertTrue(french.out().contains("Ce qui se passe"), french.out());
        assertFalse(Files.exists(ConfigFile.ofDemo(french.terminal())));
        assertEquals(before, temporary());
    }

    @Test
    void badOptionsAreRefusedInOneSentence() {
        Console second = new Console(home, Locale.ENGLISH);
        assertEquals(64, second.run("demo", "--pcs", "0"));
        assertTrue(second.err().contains("--pcs is a number from 1 to 500, not 0"), second.err());
    }

    private static List<String[]> printedCommands() {
        List<String[]> commands = new ArrayList<>();
        for (String line : console.out().lines().toList()) {
            Matcher command = Pattern.compile("^  (?:\\./)?rollcall (.*)$").matcher(line);
            if (command.matches()) {
                commands.add(WORD.matcher(command.group(1))
                        .results()
                        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                        .toArray(String[]::new));
            }
        }
        return commands;
    }

    private static List<Path> temporary() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("rollcall-demo-"))
                    .sorted()
                    .toList();
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "in vain: " + console.out());
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Not the usual one, for which another demo on this computer may be about to ask. */
    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
