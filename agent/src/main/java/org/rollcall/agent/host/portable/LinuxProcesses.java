package org.rollcall.agent.host.portable;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.xmpp.text.XmlText;

/** Processes from /proc: two or three small files each, which is several times cheaper than OSHI's way. */
final class LinuxProcesses implements ProcessReader {
    /** What the kernel writes for a process that belongs to no login: (u32) -1. */
    private static final String NO_AUDIT_SESSION = "4294967295";

    private final Path proc;
    private final UserNames users;

    LinuxProcesses(Path proc, UserNames users) {
        this.proc = proc;
        this.users = users;
    }

    @Override
    public List<HostProcess> read() throws ReadingFailedException {
        String[] entries = new File(proc.toString()).list();
        if (entries == null) {
            throw new ReadingFailedException(proc + " cannot be listed");
        }
        Instant boot = bootTime(proc);
        byte[] buffer = new byte[8192];
        List<HostProcess> processes = new ArrayList<>(entries.length);
        for (String entry : entries) {
            char first = entry.charAt(0);
            if (first >= '0' && first <= '9') {
                HostProcess process = one(proc + "/" + entry, boot, buffer);
                if (process != null) {
                    processes.add(process);
                }
            }
        }
        return processes;
    }

    /** The moment that start times count from; a step of the clock moves it, so it is read each time. */
    static Instant bootTime(Path proc) throws ReadingFailedException {
        try {
            String stat = SmallFile.text(proc.resolve("stat"));
            int at = stat.indexOf("\nbtime ");
            if (at >= 0) {
                int start = at + "\nbtime ".length();
                int end = stat.indexOf('\n', start);
                return Instant.ofEpochSecond(Long.parseLong(stat.substring(start, end < 0 ? stat.length() : end)));
            }
            throw new ReadingFailedException(proc + "/stat has no btime line");
        } catch (IOException | NumberFormatException e) {
            throw new ReadingFailedException(proc + "/stat cannot be read", e);
        }
    }

    /** Null when it ended while being read, which is ordinary. */
    private HostProcess one(String directory, Instant boot, byte[] buffer) {
        try {
            ProcStat stat = ProcStat.parse(buffer, SmallFile.read(directory + "/stat", buffer));
            String status =
                    new String(buffer, 0, SmallFile.read(directory + "/status", buffer), StandardCharsets.ISO_8859_1);
            return new HostProcess(
                    stat.pid(),
                    stat.parent(),
                    XmlText.name(stat.name()),
                    users.login(number(status, "\nUid:"), directory),
                    null,
                    session(directory, buffer),
                    // Kernel threads have no such line, and no memory of their own.
                    Math.max(0, number(status, "\nVmRSS:")) * 1024,
                    stat.cpu(),
                    boot.plus(stat.sinceBoot()),
                    stat.threads(),
                    stat.status());
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The audit session, whose number logind uses as its own. */
    private static Integer session(String directory, byte[] buffer) {
        try {
            int length = SmallFile.read(directory + "/sessionid", buffer);
            String id = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).strip();
            return id.isEmpty() || id.equals(NO_AUDIT_SESSION) ? null : Integer.valueOf(id);
        } catch (IOException | NumberFormatException e) {
            // A kernel without auditing has no such file.
            return null;
        }
    }

    /** The first number of a line of {@code /proc/PID/status}; -1 when there is no such line. */
    private static long number(String status, String label) {
        int at = status.indexOf(label);
        if (at < 0) {
            return -1;
        }
        int i = at + label.length();
        while (i < status.length() && (status.charAt(i) == '\t' || status.charAt(i) == ' ')) {
            i++;
        }
        long value = 0;
        for (; i < status.length() && status.charAt(i) >= '0' && status.charAt(i) <= '9'; i++) {
            value = value * 10 + status.charAt(i) - '0';
        }
        return value;
    }
}
