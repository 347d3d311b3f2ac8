package org.rollcall.tests.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.rollcall.agent.host.HardwareIdentity;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostActions;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.HostSheet;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.tests.durability.PlayedMachine.Seat;

/** A machine as {@link PlayedMachine} writes it down. */
final class PlayedHost implements Host {
    private final Path folder;
    private final String uuid;
    private volatile String seen;

    PlayedHost(Path folder, String uuid) {
        this.folder = folder;
        this.uuid = uuid;
    }

    @Override
    public String name() {
        return "PLAYED";
    }

    @Override
    public Instant bootTime() {
        return Instant.parse("2026-11-22T06:58:12Z");
    }

    @Override
    public HardwareIdentity identity() {
        return new HardwareIdentity(uuid, null, new TreeSet<>());
    }

    @Override
    public List<Session> sessions() throws ReadingFailedException {
        try {
            List<String> lines = Files.readAllLines(PlayedMachine.sessions(folder));
            if (!lines.get(0).equals(seen)) {
                seen = lines.get(0);
                Files.writeString(PlayedMachine.seen(folder), seen);
            }
            return lines.stream()
                    .skip(1)
                    .filter(line -> !line.isEmpty())
                    .map(line -> session(Seat.of(line)))
                    .toList();
        } catch (IOException e) {
            throw new ReadingFailedException("the sessions cannot be read", e);
        }
    }

    private static Session session(Seat seat) {
        return new Session(
                seat.id(),
                seat.user(),
                "IUT",
                "S-1-5-21-" + seat.user(),
                null,
                seat.left() ? Session.State.DISCONNECTED : Session.State.ACTIVE,
                Session.Kind.CONSOLE,
                seat.since(),
                seat.left() ? null : seat.locked(),
                null,
                null,
                null);
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
    public void listen(HostListener listener) {
        // Changes are found by polling.
    }

    @Override
    public String notifications() {
        return "polling";
    }

    @Override
    public void close() {}
}
