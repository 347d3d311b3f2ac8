package org.rollcall.tests.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.Session;

/** A PC whose people come and go as the test says; the real agent runs on it. */
final class PlayedPc implements Host {
    private static final Instant BOOT = Instant.now().minus(Duration.ofHours(3));

    private final String name;
    private final String processName;
    private final PlayedActions actions = new PlayedActions();
    private final List<HostListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private int lastId;

    /** @param processName of one more process, whatever it is called */
    PlayedPc(String name, String processName) {
        this.name = name;
        this.processName = processName;
    }

    void logon(String login, String fullName) {
        synchronized (this) {
            Instant since = Instant.now().minus(Duration.ofMinutes(20)).plusSeconds(lastId);
            sessions.add(session(++lastId, login, fullName, since, false));
        }
        changed();
    }

    void lock() {
        synchronized (this) {
            Session was = sessions.get(0);
            sessions.set(0, session(was.id(), was.user(), was.fullName(), was.logonTime(), true));
        }
        changed();
    }

    void logoff() {
        synchronized (this) {
            if (sessions.isEmpty()) {
                return;
            }
            sessions.clear();
        }
        changed();
    }

    PlayedActions did() {
        return actions;
    }

    private void changed() {
        listeners.forEach(HostListener::sessionsChanged);
    }

    private static Session session(int id, String login, String fullName, Instant since, boolean locked) {
        return new Session(
                id,
                login,
                "IUT",
                "S-1-5-21-1004336348-1177238915-682003330-" + (1100 + id),
                fullName,
                Session.State.ACTIVE,
                Session.Kind.CONSOLE,
                since,
                locked,
                locked ? Instant.now() : null,
                null,
                null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Instant bootTime() {
        return BOOT;
    }

    @Override
    public HardwareIdentity identity() {
        return new HardwareIdentity("played-" + name, null, new TreeSet<>());
    }

    @Override
    public synchronized List<Session> sessions() {
        return List.copyOf(sessions);
    }

    @Override
    public synchronized List<HostProcess> processes() {
        List<HostProcess> all = new ArrayList<>();
        all.add(process(4, "System", null, 140 << 10));
        all.add(process(612, "svchost.exe", "Système", 21 << 20));
        for (Session session : sessions) {
            all.add(process(444, "WINWORD.EXE", session.user(), 48_728 << 10));
            all.add(process(3020, "explorer.exe", session.user(), 90 << 20));
            all.add(process(5120, processName, session.user(), 310 << 20));
        }
        return all;
    }

    private static HostProcess process(long pid, String name, String user, long memory) {
        return new HostProcess(pid, 4, name, user, "IUT", 1, memory, Duration.ofSeconds(pid % 60), BOOT, 8, "running");
    }

    @Override
    public HostSheet sheet() {
        return new HostSheet(List.of(
                new HostSheet.Fact("hardware", "make", "Dell Inc."),
                new HostSheet.Fact("hardware", "model", "OptiPlex 7090"),
                HostSheet.Fact.size("hardware", "memory", 16L << 30),
                new HostSheet.Fact("system", "os", "Windows 11 Education")));
    }

    @Override
    public HostActions actions() {
        return actions;
    }

    @Override
    public void listen(HostListener listener) {
        listeners.add(listener);
    }

    @Override
    public String notifications() {
        return "played";
    }

    @Override
    public void close() {
        listeners.clear();
    }
}
