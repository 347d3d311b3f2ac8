package org.rollcall.demo.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.demo.simulated.Programs.Program;

/** A simulated PC's processes. Guarded by the {@link Pc} that it belongs to. */
final class ProcessTable {
    private static final String SYSTEM_USER = "SYSTEM";
    private static final int SYSTEM_PID = 4;
    private static final long MEGABYTE = 1024 * 1024;

    private record Running(long pid, long parent, Program program, String user, int session, Instant started) {}

    private final List<Running> running = new ArrayList<>();
    private final Random random;
    private final Clock clock;
    private long nextPid = SYSTEM_PID;

    ProcessTable(Random random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    void boot(Instant at) {
        running.clear();
        nextPid = SYSTEM_PID;
        Programs.SYSTEM.forEach(program -> start(program, SYSTEM_USER, 0, at));
    }

    void logon(int session, String user, Instant at) {
        Programs.SESSION_SYSTEM.forEach(program -> start(program, SYSTEM_USER, session, at));
        Programs.SESSION_USER.forEach(program -> start(program, user, session, at));
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            open(session, user, at);
        }
    }

    void open(int session, String user, Instant at) {
        start(Programs.application(random), user, session, at);
    }

    void logoff(int session) {
        running.removeIf(process -> process.session() == session);
    }

    void kill(long pid, Instant started, String name) throws ActionFailedException {
        for (Iterator<Running> all = running.iterator(); all.hasNext(); ) {
            Running process = all.next();
            if (process.pid() == pid) {
                boolean same = started == null
                        ? process.program().name().equalsIgnoreCase(name)
                        : process.started().equals(started);
                if (!same) {
                    throw new ActionFailedException(Reason.GONE, "process " + pid + " is another one by now");
                }
                if (process.session() == 0) {
                    throw new ActionFailedException(
                            Reason.CRITICAL, process.program().name() + " belongs to the system");
                }
                all.remove();
                return;
            }
        }
        throw new ActionFailedException(Reason.GONE, "no process " + pid);
    }

    List<HostProcess> rows() {
        Instant now = clock.instant();
        List<HostProcess> rows = new ArrayList<>(running.size());
        for (Running process : running) {
            Program program = process.program();
            // Its size wavers from one listing to the next, but always around its own.
            long memory =
                    program.megabytes() * MEGABYTE * (90 + (process.pid() * 7 + now.getEpochSecond() / 5) % 20) / 100;
            Duration cpu = Duration.between(process.started(), now)
                    .multipliedBy(program.cpu())
                    .dividedBy(1000);
            boolean system = process.user().equals(SYSTEM_USER);
            rows.add(new HostProcess(
                    process.pid(),
                    process.parent(),
                    program.name(),
                    process.user(),
                    system ? "NT AUTHORITY" : Pc.WINDOWS_DOMAIN,
                    process.session(),
                    memory / 4096 * 4096,
                    cpu.isNegative() ? Duration.ZERO : cpu,
                    process.started(),
                    program.threads(),
                    "running"));
        }
        return rows;
    }

    private void start(Program program, String user, int session, Instant at) {
        long parent = running.isEmpty() ? 0 : running.get(running.size() - 1).pid();
        running.add(new Running(nextPid, parent, program, user, session, at));
        nextPid += 4L * (1 + random.nextInt(90));
    }
}
