package org.rollcall.agent.host.windows.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.windows.Account;
import org.rollcall.agent.host.windows.SlowLookup;

class WindowsProcessesTest {
    private static final long NOON = 134_398_224_000_000_000L;

    private final List<ProcessRow> rows = new ArrayList<>();
    private final Map<Long, String> owners = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Long> asked = new ArrayList<>();

    private final WindowsProcesses processes = new WindowsProcesses(
            () -> rows,
            pid -> {
                asked.add(pid);
                return owners.get(pid);
            },
            new SlowLookup<>(accounts::get, Runnable::run, Clock.systemUTC(), () -> {}));

    @Test
    void aProcessHasAllThatTasklistShows() throws ReadingFailedException {
        owners.put(444L, "S-1-5-21-1-2-3-1104");
        accounts.put("S-1-5-21-1-2-3-1104", new Account("IUT", "kevin.marchais"));
        rows.add(row(444, "WINWORD.EXE", NOON, false));

        HostProcess process = processes.read().get(0);

        assertEquals(
                new HostProcess(
                        444,
                        4,
                        "WINWORD.EXE",
                        "kevin.marchais",
                        "IUT",
                        1,
                        5L << 30,
                        Duration.ofSeconds(4),
                        Instant.parse("2026-11-22T12:00:00Z"),
                        7,
                        "running"),
                process);
    }

    @Test
    void anUnknownOwnerIsShownAsUnknownAndNotDropped() throws ReadingFailedException {
        rows.add(row(90, "MsMpEng.exe", NOON, false));

        HostProcess process = processes.read().get(0);

        assertEquals("MsMpEng.exe", process.name());
        assertNull(process.user());
        assertNull(process.domain());
    }

    @Test
    void anOwnerIsAskedForOnceUnlessThePidIsReused() throws ReadingFailedException {
        owners.put(444L, "S-1-5-21-1-2-3-1104");
        rows.add(row(444, "WINWORD.EXE", NOON, false));
        processes.read();
        processes.read();
        assertEquals(List.of(444L), asked);

        rows.set(0, row(444, "calc.exe", NOON + 1, false));
        processes.read();
        assertEquals(List.of(444L, 444L), asked);
    }

    @Test
    void windowsOwnTwoProcessesNeedNoToken() throws ReadingFailedException {
        accounts.put("S-1-5-18", new Account("AUTORITE NT", "Système"));
        rows.add(row(0, "", 0, false));
        rows.add(row(4, "System", NOON, true));

        List<HostProcess> found = processes.read();

        assertEquals("System Idle Process", found.get(0).name());
        assertNull(found.get(0).started());
        assertEquals("Système", found.get(1).user());
        assertEquals("suspended", found.get(1).status());
        assertEquals(List.of(), asked);
    }

    @Test
    void namesThatXmlForbidsAreCleaned() throws ReadingFailedException {
        rows.add(row(8, "a\u0001\uDC00.exe", NOON, false));

        assertEquals("a\uFFFD\uFFFD.exe", processes.read().get(0).name());
    }

    private static ProcessRow row(long pid, String name, long created, boolean suspended) {
        return new ProcessRow(pid, 4, name, 1, created, 30_000_000L, 10_000_000L, 5L << 30, 7, suspended);
    }
}
