package org.rollcall.tests.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.Session;

/** A PC with 120 processes, on which somebody logs on and off when told to. */
final class BenchHost implements Host, HostActions {
    private static final int PROCESSES = 120;

    private final String name;
    private final Instant boot = Instant.now().minus(Duration.ofHours(1));
    private volatile Session session;
    private volatile HostListener listener;

    BenchHost(String name) {
        this.name = name;
    }

    /** Logs somebody on, or whoever is there off. */
    void change() {
        Instant now = Instant.now();
        session = session != null
                ? null
                : new Session(
                        1,
                        "kevin.marchais",
                        "IUT",
                        "S-1-5-21-1-2-3-1001",
                        "Kévin Marchais",
                        Session.State.ACTIVE,
                        Session.Kind.CONSOLE,
                        now,
                        false,
                        null,
                        null,
                        null);
        HostListener told = listener;
        if (told != null) {
            told.sessionsChanged();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Instant bootTime() {
        return boot;
    }

    @Override
    public HardwareIdentity identity() {
        return new HardwareIdentity("bench-" + name, null, new TreeSet<>());
    }

    @Override
    public List<Session> sessions() {
        Session now = session;
        return now == null ? List.of() : List.of(now);
    }

    @Override
    public List<HostProcess> processes() {
        List<HostProcess> processes = new ArrayList<>(PROCESSES);
        for (int i = 1; i <= PROCESSES; i++) {
            processes.add(new HostProcess(
                    i * 4L,
                    4,
                    "process-number-" + i + ".exe",
                    "kevin.marchais",
                    "IUT",
                    1,
                    48_728L * 1024 + i,
                    Duration.ofSeconds(i),
                    boot.plusSeconds(i),
                    12,
                    "running"));
        }
        return processes;
    }

    @Override
    public HostSheet sheet() {
        return new HostSheet(List.of());
    }

    @Override
    public HostActions actions() {
        return this;
    }

    @Override
    public void listen(HostListener told) {
        listener = told;
    }

    @Override
    public String notifications() {
        return "notifications";
    }

    @Override
    public void close() {
        listener = null;
    }

    private static ActionFailedException unsupported() {
        return new ActionFailedException(ActionFailedException.Reason.UNSUPPORTED, "this PC is a benchmark's");
    }

    @Override
    public void message(int to, String title, String text) throws ActionFailedException {
        throw unsupported();
    }

    @Override
    public void logoff(int whom) throws ActionFailedException {
        throw unsupported();
    }

    @Override
    public void disconnect(int whom) throws ActionFailedException {
        throw unsupported();
    }

    @Override
    public void kill(long pid, Instant started, String image) throws ActionFailedException {
        throw unsupported();
    }

    @Override
    public void restart(Duration delay, String text) throws ActionFailedException {
        throw unsupported();
    }

    @Override
    public void shutdown(Duration delay, String text) throws ActionFailedException {
        throw unsupported();
    }

    @Override
    public void cancel() throws ActionFailedException {
        throw unsupported();
    }
}
