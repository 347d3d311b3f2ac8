package org.rollcall.agent.host.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;

class LinuxProcessesTest {
    @TempDir
    Path root;

    private LinuxProcesses processes;

    @BeforeEach
    void aSystemBootedAtOneBillion() throws IOException {
        Files.writeString(root.resolve("stat"), "cpu  1 2 3\nintr 99 0\nbtime 1000000000\nprocesses 5\n");
        Files.writeString(
                root.resolve("passwd"), "root:x:0:0:root:/root:/bin/sh\njo:x:1000:1000:Jo Dufour,,,:/home/jo:\n");
        processes = new LinuxProcesses(root, new UserNames(root.resolve("passwd")));
    }

    private void process(int pid, String stat, String status, String session) throws IOException {
        Path folder = Files.createDirectory(root.resolve(Integer.toString(pid)));
        Files.writeString(folder.resolve("stat"), pid + " " + stat);
        Files.writeString(folder.resolve("status"), status);
        if (session != null) {
            Files.writeString(folder.resolve("sessionid"), session);
        }
    }

    @Test
    void aProcessHasItsOwnerSessionMemoryAndStart() throws Exception {
        process(
                42,
                "(bash) S 7 0 0 0 -1 0 0 0 0 0 1 2 0 0 20 0 1 0 1050 0",
                "Name:\tbash\nUid:\t1000\t1000\nVmRSS:\t    2048 kB\n",
                "3\n");

        assertEquals(
                List.of(new HostProcess(
                        42,
                        7,
                        "bash",
                        "jo",
                        null,
                        3,
                        2048 * 1024,
                        Duration.ofMillis(30),
                        Instant.ofEpochSecond(1000000010, 500_000_000),
                        1,
                        "sleeping")),
                processes.read());
    }

    @Test
    void aKernelThreadHasNoMemoryAndAServiceNoSession() throws Exception {
        process(2, "(kthreadd) S 0 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 0 0", "Name:\tx\nUid:\t0\t0\n", "4294967295");

        HostProcess kthreadd = processes.read().get(0);

        assertEquals(0, kthreadd.memory());
        assertNull(kthreadd.session());
        assertEquals("root", kthreadd.user());
    }

    @Test
    void anOwnerWithoutANameIsShownByNumber() throws Exception {
        process(9, "(x) S 0 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 0 0", "Name:\tx\nUid:\t4242424\t0\n", null);

        assertEquals("4242424", processes.read().get(0).user());
    }

    @Test
    void aHostileNameIsCleaned() throws Exception {
        process(9, "(a\u0001\uFFFE\tb\n) S 0 0 0 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 0 0", "Name:\tx\nUid:\t0\t0\n", null);

        assertEquals("a\uFFFD\uFFFD b ", processes.read().get(0).name());
    }

    @Test
    void aProcessThatEndsWhileBeingReadIsLeftOut() throws Exception {
        Files.createDirectory(root.resolve("55"));

        assertEquals(List.of(), processes.read());
    }

    @Test
    void aSystemWithoutProcIsAFailedReadingAndNotAnEmptyOne() {
        LinuxProcesses nowhere = new LinuxProcesses(root.resolve("absent"), new UserNames(root.resolve("passwd")));

        assertThrows(ReadingFailedException.class, nowhere::read);
    }
}
