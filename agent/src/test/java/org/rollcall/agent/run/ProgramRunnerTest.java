package org.rollcall.agent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgramRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ProgramRunner runner = new ProgramRunner(StandardCharsets.UTF_8, 1000);

    @Test
    void outputAndExitCodeComeBack() throws Exception {
        Finished finished = runner.run(PrintingProgram.commandLine("print", "café", "exit", "7"), LONG);

        assertEquals("café", finished.output());
        assertEquals(7, finished.exitCode());
        assertFalse(finished.cut());
    }

    @Test
    void outputIsDecodedFromTheConsolesCodePage() throws Exception {
        ProgramRunner latin = new ProgramRunner(StandardCharsets.ISO_8859_1, 1000);

        assertEquals(
                "café",
                latin.run(PrintingProgram.commandLine("latin", "café"), LONG).output());
    }

    @Test
    void aFloodIsCutAndTheProgramStillEnds() throws Exception {
        Finished finished = runner.run(PrintingProgram.commandLine("flood", "5000000", "exit", "0"), LONG);

        assertEquals(1000, finished.output().length());
        assertTrue(finished.cut());
        assertEquals(0, finished.exitCode());
    }

    @Test
    void atItsTimeLimitItIsEndedWithItsChildren() throws Exception {
        Finished finished = runner.run(PrintingProgram.commandLine("child", "wait"), Duration.ofSeconds(3));

        assertNull(finished.exitCode());
        long child = Long.parseLong(finished.output().strip());
        ProcessHandle.of(child)
                .ifPresent(
                        handle -> handle.onExit().orTimeout(5, TimeUnit.SECONDS).join());
        assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
    }

    @Test
    void itsInputIsAtAnEndFromTheStart() throws Exception {
        assertEquals(
                "-1", runner.run(PrintingProgram.commandLine("stdin"), LONG).output());
    }

    @Test
    void itIsNotToldTheAgentsSecrets() throws Exception {
        // The test's build sets no such variable, so a variable of another name shows that the environment is there.
        Finished finished = runner.run(
                PrintingProgram.commandLine("environment", "ROLLCALL_XMPP_PASSWORD", "environment", "PATH"), LONG);

        assertTrue(finished.output().startsWith("null"), finished.output());
        assertTrue(finished.output().length() > "nullnull".length(), finished.output());
    }

    @Test
    void whatCannotBeStartedIsSaid() {
        List<String> absent = List.of(Path.of("absent").toAbsolutePath().toString());

        assertThrows(IOException.class, () -> runner.run(absent, LONG));
    }
}
