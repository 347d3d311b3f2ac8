package org.rollcall.agent.host.windows;

import java.time.Duration;
import java.time.Instant;

/**
 * Windows' times: units of 100 ns since 1601.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-filetime">FILETIME</a>
 */
public final class FileTime {
    private static final long EPOCH = 11_644_473_600L;
    private static final long UNITS = 10_000_000L;

    private FileTime() {}

    /** Null for 0, which Windows writes where it has no time. */
    public static Instant instant(long fileTime) {
        if (fileTime <= 0) {
            return null;
        }
        return Instant.ofEpochSecond(fileTime / UNITS - EPOCH, fileTime % UNITS * 100);
    }

    public static Duration duration(long units) {
        return Duration.ofSeconds(units / UNITS, units % UNITS * 100);
    }
}
