package org.rollcall.tests.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.tests.fixture.Await;
import org.rollcall.tests.fixture.JavaProcess;
import org.rollcall.tests.fixture.TemporaryFolders;

/** The demo as a process: seen, asked from a second one, and ended by Ctrl-C. */
class DemoIT {
    private static final String ROLLCALL = "org.rollcall.demo.Main";

    @Test
    void ctrlCEndsTheDemoWithin10SecondsAndLeavesNothingBehind() throws Exception {
        Path home = TemporaryFolders.create("demo-home");
        Path temporary = TemporaryFolders.create("demo-tmp");
        List<String> options = List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary, "-Duser.language=en");
        try (JavaProcess demo = new JavaProcess("demo", options, ROLLCALL, List.of("demo", "--pcs", "4")).start()) {
            Await.until("the board", Duration.ofSeconds(30), () -> demo.log().contains("What happens now:"));
            try (JavaProcess second = new JavaProcess("demo-second", options, ROLLCALL, List.of("help", "A201A1"))) {
                assertEquals(0, second.start().exitCode(), second.log());
                assertTrue(second.log().contains("processes"), second.log());
            }
            // What a terminal sends for Ctrl-C.
            new ProcessBuilder("kill", "-INT", Long.toString(demo.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            Await.until("the demo's end", Duration.ofSeconds(10), () -> !demo.isAlive());
            assertEquals(130, demo.exitCode());
        }
        assertFalse(Files.exists(home.resolve(".local/state/rollcall/demo.toml")));
        assertEquals(List.of(), demoFolders(temporary));
    }

    private static List<String> demoFolders(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("rollcall-demo-"))
                    .toList();
        }
    }
}
