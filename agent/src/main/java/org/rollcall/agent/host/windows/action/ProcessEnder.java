package org.rollcall.agent.host.windows.action;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;

/** Ends a process, if it is the one that was meant and Windows can do without it. */
public final class ProcessEnder {
    /** A start time travels in text, which may be cut to whole seconds. */
    private static final Duration SAME_START = Duration.ofSeconds(1);

    private static final int SYSTEM = 4;

    private final ProcessHandles handles;
    private final Processes processes;
    private final long ownPid;

    /** What runs now. */
    public interface Processes {
        List<HostProcess> read() throws ReadingFailedException;
    }

    public ProcessEnder(ProcessHandles handles, Processes processes, long ownPid) {
        this.handles = handles;
        this.processes = processes;
        this.ownPid = ownPid;
    }

    void end(long pid, Instant started, String name) throws ActionFailedException {
        if (pid >= 0 && pid <= SYSTEM) {
            throw new ActionFailedException(Reason.CRITICAL, "process " + pid + " is Windows itself");
        }
        if (pid == ownPid) {
            throw new ActionFailedException(
                    Reason.CRITICAL, "process " + pid + " is the agent itself; stop its service instead");
        }
        // Opened first: while a handle is open, Windows gives the pid to nobody else.
        try (ProcessHandles.Opened process = handles.open(pid)) {
            requireSame(pid, started, name);
            if (process.isCritical()) {
                throw new ActionFailedException(Reason.CRITICAL, "Windows stops when process " + pid + " ends");
            }
            process.terminate();
        }
    }

    private void requireSame(long pid, Instant started, String name) throws ActionFailedException {
        HostProcess process = find(pid);
        if (name != null && !name.equalsIgnoreCase(process.name())) {
            throw new ActionFailedException(Reason.GONE, "process " + pid + " is now " + process.name());
        }
        if (started != null
                && (process.started() == null
                        || Duration.between(started, process.started()).abs().compareTo(SAME_START) >= 0)) {
            throw new ActionFailedException(
                    Reason.GONE, "process " + pid + " is another one by now, started " + process.started());
        }
    }

    private HostProcess find(long pid) throws ActionFailedException {
        try {
            return processes.read().stream()
                    .filter(each -> each.pid() == pid)
                    .findFirst()
                    .orElseThrow(() -> new ActionFailedException(Reason.GONE, "no process has the number " + pid));
        } catch (ReadingFailedException e) {
            throw new ActionFailedException(Reason.FAILED, "the processes cannot be read now: " + e.getMessage());
        }
    }
}
