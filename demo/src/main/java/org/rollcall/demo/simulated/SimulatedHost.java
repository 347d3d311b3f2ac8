package org.rollcall.demo.simulated;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.HostSheet.Fact;
import org.rollcall.agent.host.Session;

/** A simulated PC as an agent reads it; its sheet says that it is simulated. */
final class SimulatedHost implements Host {
    private final Pc pc;
    private final HostActions actions;

    SimulatedHost(Pc pc, HostActions actions) {
        this.pc = pc;
        this.actions = actions;
    }

    @Override
    public String name() {
        return pc.seat().machine();
    }

    @Override
    public Instant bootTime() {
        return pc.bootTime();
    }

    @Override
    public HardwareIdentity identity() {
        return new HardwareIdentity(
                null, serial(), new TreeSet<>(List.of(pc.seat().mac())));
    }

    @Override
    public List<Session> sessions() {
        return pc.sessions();
    }

    @Override
    public List<HostProcess> processes() {
        return pc.processes();
    }

    @Override
    public HostSheet sheet() {
        return new HostSheet(List.of(
                new Fact("hardware", "make", "Simulated"),
                new Fact("hardware", "model", "A PC of rollcall demo"),
                new Fact("hardware", "serial", serial()),
                new Fact("hardware", "cpu", "Simulated processor, 4 cores"),
                Fact.size("hardware", "memory", 8L << 30),
                new Fact("disks", "disk.1", "C:\\ (simulated)"),
                Fact.size("disks", "disk.1.size", 256_060_514_304L),
                Fact.size("disks", "disk.1.free", 121_034_862_592L),
                new Fact(
                        "network",
                        "interface",
                        "Ethernet " + pc.seat().ip() + " " + pc.seat().mac()),
                new Fact("system", "os", "Windows 11 Education 10.0.26100 (simulated)"),
                new Fact("system", "boot", bootTime().toString())));
    }

    @Override
    public HostActions actions() {
        return actions;
    }

    @Override
    public void listen(HostListener listener) {
        pc.onChange(listener::sessionsChanged);
    }

    @Override
    public String notifications() {
        return "simulated";
    }

    @Override
    public void close() {
        pc.onChange(() -> {});
    }

    private String serial() {
        return "DEMO-" + pc.seat().machine();
    }
}
