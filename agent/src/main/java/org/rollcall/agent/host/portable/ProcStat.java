package org.rollcall.agent.host.portable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One line of {@code /proc/PID/stat}, interpreted.
 *
 * @param name the command's name, at most 15 bytes, as the kernel keeps it
 * @param startTicks since boot, in hundredths of a second
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcStat(long pid, String name, char state, long parent, Duration cpu, int threads, long startTicks) {

    /** USER_HZ: the same on every Linux, whatever the kernel's own tick is. */
    private static final int TICKS_PER_SECOND = 100;

    private static final long MILLIS_PER_TICK = 1000 / TICKS_PER_SECOND;

    /** @throws IllegalArgumentException when the line is not one of the kernel's */
    static ProcStat parse(byte[] bytes, int length) {
        // The name stands in parentheses and may itself hold spaces, parentheses and line ends: the last one counts.
        int open = indexOf(bytes, length, '(');
        int close = lastIndexOf(bytes, length, ')');
        if (open < 1 || close < open || close + 2 >= length) {
            throw new IllegalArgumentException("not a /proc/PID/stat line");
        }
        long pid = Long.parseLong(new String(bytes, 0, open, StandardCharsets.ISO_8859_1).trim());
        String name = new String(bytes, open + 1, close - open - 1, StandardCharsets.UTF_8);
        // What follows begins with field 3 of the manual page, so field N is fields[N - 3].
        String[] fields = new String(bytes, close + 2, length - close - 2, StandardCharsets.ISO_8859_1).split(" ", 21);
        if (fields.length < 21) {
            throw new IllegalArgumentException("a /proc/PID/stat line with " + (fields.length + 2) + " fields");
        }
        long cpuTicks = Long.parseLong(fields[14 - 3]) + Long.parseLong(fields[15 - 3]);
        return new ProcStat(
                pid,
                name,
                fields[0].charAt(0),
                Long.parseLong(fields[4 - 3]),
                Duration.ofMillis(cpuTicks * MILLIS_PER_TICK),
                Integer.parseInt(fields[20 - 3]),
                Long.parseLong(fields[22 - 3]));
    }

    Duration sinceBoot() {
        return Duration.ofMillis(startTicks * MILLIS_PER_TICK);
    }

    /** The state's letter as a word; an unknown letter stays itself. */
    String status() {
        return switch (state) {
            case 'R' -> "running";
            case 'S' -> "sleeping";
            case 'D' -> "waiting";
            case 'I' -> "idle";
            case 'T', 't' -> "suspended";
            case 'Z', 'X' -> "ended";
            default -> String.valueOf(state);
        };
    }

    private static int indexOf(byte[] bytes, int length, char wanted) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] bytes, int length, char wanted) {
        for (int i = length - 1; i >= 0; i--) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
