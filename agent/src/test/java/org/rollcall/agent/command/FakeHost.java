package org.rollcall.agent.command;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;

/** A machine that is what a test says, and writes down what it is told to do. */
final class FakeHost implements Host, HostActions {
    static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

    List<Session> sessions = new ArrayList<>();
    List<HostProcess> processes = new ArrayList<>();
    String readingFails;

    /** What happens on the machine just after the next order. */
    Runnable meanwhile = () -> {};

    boolean networkFails;
    ActionFailedException actionFails;
    final List<String> orders = new ArrayList<>();

    FakeHost logsOn(int id, String user) {
        sessions.add(new Session(
                id,
                user,
                "IUT",
                "S-1-5-21-1-2-3-" + id,
                null,
                Session.State.ACTIVE,
                Session.Kind.CONSOLE,
                NOW.minusSeconds(3600),
                false,
                NOW.minusSeconds(90),
                null,
                null));
        return this;
    }

    FakeHost runs(long pid, String name, String user, Integer session, long memory, long cpuSeconds) {
        processes.add(new HostProcess(
                pid,
                4,
                name,
                user,
                "IUT",
                session,
                memory,
                Duration.ofSeconds(cpuSeconds),
                NOW.minusSeconds(600).plusNanos(123456700),
                3,
                "running"));
        return this;
    }

    @Override
    public String name() {
        return "A201B7";
    }

    @Override
    public Instant bootTime() {
        return NOW.minusSeconds(7200);
    }

    @Override
    public HardwareIdentity identity() {
        return new HardwareIdentity(null, null, new TreeSet<>(Set.of("00:1a:2b:3c:4d:5e")));
    }

    @Override
    public List<Session> sessions() throws ReadingFailedException {
        failIfTold();
        return sessions;
    }

    @Override
    public List<HostProcess> processes() throws ReadingFailedException {
        failIfTold();
        return processes;
    }

    private void failIfTold() throws ReadingFailedException {
        if (readingFails != null) {
            throw new ReadingFailedException(readingFails);
        }
    }

    @Override
    public HostSheet sheet() {
        return new HostSheet(List.of(
                new HostSheet.Fact("hardware", "model", "Latitude 5430"),
                HostSheet.Fact.size("hardware", "memory", 8L << 30)));
    }

    @Override
    public HostActions actions() {
        return this;
    }

    @Override
    public void listen(HostListener listener) {
        throw new UnsupportedOperationException("commands do not listen");
    }

    @Override
    public String notifications() {
        return "notifications";
    }

    @Override
    public void close() {
        orders.add("close");
    }

    private void order(String order) throws ActionFailedException {
        if (actionFails != null) {
            throw actionFails;
        }
        orders.add(order);
        Runnable happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
    }

    @Override
    public void message(int session, String title, String text) throws ActionFailedException {
        order("message " + session + " | " + title + " | " + text);
    }

    @Override
    public int broadcast(byte[] packet) throws IOException {
        if (networkFails) {
            throw new IOException("no network");
        }
        orders.add("broadcast " + HexFormat.of().formatHex(packet, 6, 12));
        return 1;
    }

    @Override
    public void logoff(int session) throws ActionFailedException {
        order("logoff " + session);
    }

    @Override
    public void disconnect(int session) throws ActionFailedException {
        order("disconnect " + session);
    }

    @Override
    public void kill(long pid, Instant started, String name) throws ActionFailedException {
        order("kill " + pid + " " + started + " " + name);
    }

    @Override
    public void restart(Duration delay, String text) throws ActionFailedException {
        order("restart " + delay + " " + text);
    }

    @Override
    public void shutdown(Duration delay, String text) throws ActionFailedException {
        order("shutdown " + delay + " " + text);
    }

    @Override
    public void cancel() throws ActionFailedException {
        order("cancel");
    }
}
