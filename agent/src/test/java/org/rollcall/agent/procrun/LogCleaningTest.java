package org.rollcall.agent.procrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCleaningTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

    @TempDir
    Path temp;

    @Test
    void procrunsLogsStayForAMonthAndNoMoreThanSixWeeksOfThem() throws IOException {
        for (int day = 0; day < 100; day++) {
            LocalDate date = LocalDate.of(2026, 11, 23).minusDays(day);
            write("procrun." + date + ".log", day, 10);
            write("rollcall-stdout." + date + ".log", day, 0);
        }
        clean();

        assertEquals(21, count("procrun."));
        assertEquals(21, count("rollcall-stdout."));
        assertTrue(Files.exists(temp.resolve("procrun.2026-11-23.log")));
    }

    @Test
    void whatIsOldGoes() throws IOException {
        write("procrun.2026-10-23.log", 31, 10);
        write("procrun.2026-10-25.log", 29, 10);
        clean();

        assertFalse(Files.exists(temp.resolve("procrun.2026-10-23.log")));
        assertTrue(Files.exists(temp.resolve("procrun.2026-10-25.log")));
    }

    @Test
    void aBigOneGoesWithAllThatAreOlder() throws IOException {
        write("rollcall-stdout.2026-11-23.log", 0, 6 << 20);
        write("rollcall-stdout.2026-11-22.log", 1, 6 << 20);
        write("rollcall-stdout.2026-11-21.log", 2, 1);
        clean();

        assertEquals(1, count("rollcall-stdout."));
    }

    @Test
    void theFiveLatestCrashesStay() throws IOException {
        for (int day = 0; day < 9; day++) {
            write("hs_err_pid" + day + ".log", day, 10);
        }
        clean();

        assertEquals(5, count("hs_err_pid"));
        assertTrue(Files.exists(temp.resolve("hs_err_pid0.log")));
    }

    @Test
    void nothingElseIsTouched() throws IOException {
        write("agent.log", 400, 10);
        write("agent.log.1", 400, 10);
        write("notes.txt", 400, 10);
        clean();

        assertEquals(3, count(""));
    }

    private void clean() {
        new LogCleaning(temp, Clock.fixed(NOW, ZoneOffset.UTC)).run();
    }

    private void write(String name, int daysAgo, int bytes) throws IOException {
        Path file = Files.write(temp.resolve(name), new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
    }

    private long count(String prefix) throws IOException {
        try (var files = Files.list(temp)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }
}
