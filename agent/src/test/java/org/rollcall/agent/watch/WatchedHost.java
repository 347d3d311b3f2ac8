package org.rollcall.agent.watch;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;

/** A machine whose sessions are what a test says, or cannot be read. */
public class WatchedHost implements Host {
    private volatile List<Session> sessions = List.of();
    private volatile boolean failing;
    private volatile HostListener listener;
    private volatile Callable<Void> before = () -> null;

    /** May take its time. */
    public void beforeEachReading(Callable<Void> what) {
        before = what;
    }

    public void has(Session... now) {
        sessions = List.of(now);
        failing = false;
    }

    public void cannotBeRead() {
        failing = true;
    }

    public HostListener listener() {
        return listener;
    }

    @Override
    public String name() {
        return "A201B7";
    }

    @Override
    public Instant bootTime() {
        return Instant.parse("2026-11-22T06:58:12.5Z");
    }

    @Override
    public HardwareIdentity identity() {
        SortedSet<String> none = new TreeSet<>();
        return new HardwareIdentity("4c4c-1", null, none);
    }

    @Override
    public List<Session> sessions() throws ReadingFailedException {
        try {
            before.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        if (failing) {
            throw new ReadingFailedException("the session service does not answer");
        }
        return sessions;
    }

    @Override
    public List<HostProcess> processes() {
        return List.of();
    }

    @Override
    public HostSheet sheet() {
        return new HostSheet(List.of());
    }

    @Override
    public HostActions actions() {
        throw new UnsupportedOperationException("this machine does nothing");
    }

    @Override
    public void listen(HostListener toTell) {
        listener = toTell;
    }

    @Override
    public String notifications() {
        return "polling";
    }

    @Override
    public void close() {}
}
