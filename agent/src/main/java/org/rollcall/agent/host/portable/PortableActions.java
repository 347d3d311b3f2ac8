package org.rollcall.agent.host.portable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.ReadingFailedException;

/** What can be done without Windows: ending a process. Everything else is declined by name. */
final class PortableActions implements HostActions {
    /** Start times count from the boot time, which the system rounds to the second. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private static final Duration END_WITHIN = Duration.ofSeconds(3);

    /** The parent of the kernel's own threads on Linux. */
    private static final int KTHREADD = 2;

    private final ProcessReader processes;

    PortableActions(ProcessReader processes) {
        this.processes = processes;
    }

    @Override
    public void kill(long pid, Instant started, String name) throws ActionFailedException {
        HostProcess process = find(pid);
        if (name != null && !name.equals(process.name())) {
            throw new ActionFailedException(Reason.GONE, "process " + pid + " is now " + process.name());
        }
        if (started != null && !sameStart(started, process.started())) {
            throw new ActionFailedException(
                    Reason.GONE, "process " + pid + " is another one by now, started " + process.started());
        }
        if (pid <= 1 || isKernelThread(process)) {
            throw new ActionFailedException(Reason.CRITICAL, "process " + pid + " keeps the system running");
        }
        if (pid == ProcessHandle.current().pid()) {
            throw new ActionFailedException(Reason.CRITICAL, "process " + pid + " is the agent itself");
        }
        end(pid);
    }

    private HostProcess find(long pid) throws ActionFailedException {
        try {
            for (HostProcess process : processes.read()) {
                if (process.pid() == pid) {
                    return process;
                }
            }
        } catch (ReadingFailedException e) {
            throw new ActionFailedException(Reason.FAILED, e.getMessage());
        }
        throw new ActionFailedException(Reason.GONE, "no process has the number " + pid);
    }

    private static boolean sameStart(Instant asked, Instant actual) {
        return actual != null && Duration.between(asked, actual).abs().compareTo(SAME_START) <= 0;
    }

    private static boolean isKernelThread(HostProcess process) {
        return process.memory() == 0 && (process.pid() == KTHREADD || process.parent() == KTHREADD);
    }

    private static void end(long pid) throws ActionFailedException {
        ProcessHandle handle = ProcessHandle.of(pid)
                .orElseThrow(() -> new ActionFailedException(Reason.GONE, "no process has the number " + pid));
        if (!handle.destroyForcibly() && handle.isAlive()) {
            throw new ActionFailedException(
                    Reason.PROTECTED, "the agent's account may not end process " + pid + ", which belongs to another");
        }
        try {
            handle.onExit().get(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new ActionFailedException(Reason.FAILED, "process " + pid + " has not ended yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ActionFailedException(Reason.FAILED, "interrupted while process " + pid + " was ending");
        }
    }

    @Override
    public void message(int session, String title, String text) throws ActionFailedException {
        throw unsupported("a message box");
    }

    @Override
    public void logoff(int session) throws ActionFailedException {
        throw unsupported("logging off");
    }

    @Override
    public void disconnect(int session) throws ActionFailedException {
        throw unsupported("disconnecting a session");
    }

    @Override
    public void restart(Duration delay, String text) throws ActionFailedException {
        throw unsupported("restarting");
    }

    @Override
    public void shutdown(Duration delay, String text) throws ActionFailedException {
        throw unsupported("shutting down");
    }

    @Override
    public void cancel() throws ActionFailedException {
        throw unsupported("shutting down, and so taking it back,");
    }

    private static ActionFailedException unsupported(String what) {
        return new ActionFailedException(
                Reason.UNSUPPORTED, what + " is done on Windows only, not on " + System.getProperty("os.name"));
    }
}
