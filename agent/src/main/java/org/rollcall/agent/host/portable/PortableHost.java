package org.rollcall.agent.host.portable;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Linux, macOS, and whatever else Java and OSHI run on. Without notifications: changes are found by polling. */
public final class PortableHost implements Host {
    private static final Logger LOG = LoggerFactory.getLogger(PortableHost.class);
    private static final Path PROC = Path.of("/proc");

    private final boolean linux;
    private final SessionReader sessions;
    private final ProcessReader processes;
    private final HostActions actions;
    private final Instant boot;

    public PortableHost() {
        this.linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        Terminals terminals = new Terminals(Path.of("/dev"), Clock.systemUTC());
        UserNames users = new UserNames(Path.of("/etc/passwd"));
        this.processes = linux ? new LinuxProcesses(PROC, users) : new OshiProcesses();
        this.sessions = linux ? linuxSessions(terminals, users) : new OshiSessions(terminals);
        this.actions = new PortableActions(processes);
        this.boot = readBootTime();
    }

    private static SessionReader linuxSessions(Terminals terminals, UserNames users) {
        LogindSessions logind = new LogindSessions(Path.of("/run/systemd/sessions"), terminals, users);
        UtmpSessions utmp =
                new UtmpSessions(Path.of("/run/utmp"), PROC, System.getProperty("os.arch"), terminals, users);
        // Asked each time: where logind runs but nobody is logged on, its folder is empty and so is utmp.
        return () -> logind.available() ? logind.read() : utmp.read();
    }

    private Instant readBootTime() {
        try {
            return linux
                    ? LinuxProcesses.bootTime(PROC)
                    : Instant.ofEpochSecond(Oshi.system().getOperatingSystem().getSystemBootTime());
        } catch (ReadingFailedException | RuntimeException | LinkageError e) {
            LOG.warn("The boot time cannot be read ({}); this program's start stands in for it", e.getMessage());
            return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        }
    }

    @Override
    public String name() {
        String name = linux ? SmallFile.lineOrNull(PROC.resolve("sys/kernel/hostname")) : null;
        if (name == null) {
            try {
                name = InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                LOG.debug("The system has no host name", e);
                name = "localhost";
            }
        }
        int dot = name.indexOf('.');
        return XmlText.name(dot > 0 ? name.substring(0, dot) : name);
    }

    @Override
    public Instant bootTime() {
        return boot;
    }

    @Override
    public HardwareIdentity identity() {
        return linux ? new LinuxIdentity(Path.of("/sys")).read() : new HardwareIdentity(null, null, macs());
    }

    /** Hardware addresses given by a maker: a set second bit of the first byte marks one that software made up. */
    private static SortedSet<String> macs() {
        SortedSet<String> macs = new TreeSet<>();
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                byte[] mac = each.isVirtual() || each.isLoopback() ? null : each.getHardwareAddress();
                if (mac != null && mac.length == 6 && (mac[0] & 2) == 0) {
                    macs.add(HexFormat.ofDelimiter(":").formatHex(mac));
                }
            }
        } catch (SocketException e) {
            LOG.debug("The network interfaces cannot be listed", e);
        }
        return macs;
    }

    @Override
    public List<Session> sessions() throws ReadingFailedException {
        return sessions.read();
    }

    @Override
    public List<HostProcess> processes() throws ReadingFailedException {
        return processes.read();
    }

    @Override
    public HostSheet sheet() {
        return OshiSheet.read();
    }

    @Override
    public HostActions actions() {
        return actions;
    }

    @Override
    public void listen(HostListener listener) {
        // Nothing here notifies: the watcher's polling finds every change.
    }

    @Override
    public String notifications() {
        return "polling";
    }

    @Override
    public void close() {
        // Nothing is held open between readings.
    }
}
