package org.rollcall.tests.central.day;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.Session;

/** What an agent reads of a simulated machine, from one boot to the next. */
final class DayHost implements Host {
    private final DayMachine machine;
    private final Instant boot;
    private volatile HostListener listener;

    DayHost(DayMachine machine, Instant boot) {
        this.machine = machine;
        this.boot = boot;
    }

    void changed() {
        HostListener told = listener;
        if (told != null) {
            told.sessionsChanged();
        }
    }

    @Override
    public String name() {
        return machine.name();
    }

    @Override
    public Instant bootTime() {
        return boot;
    }

    @Override
    public HardwareIdentity identity() {
        return new HardwareIdentity("day-" + machine.name(), null, new TreeSet<>());
    }

    @Override
    public List<Session> sessions() {
        return machine.sessions();
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
        throw new UnsupportedOperationException("this machine is only watched");
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
}
