package org.rollcall.tests.central.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jxmpp.jid.BareJid;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.central.board.Condition;
import org.rollcall.xmpp.link.SmackLink;

/** A simulated machine with the real agent on it, and the truth about it. One thread acts on it; its agent reads it. */
final class DayMachine {
    private static final Duration RUNS_SINCE = Duration.ofMinutes(40);

    private final String name;
    private final String room;
    private final AgentSettings settings;
    private final Wire wire;
    private final RecentLog log;
    private final List<Stay> stays = new ArrayList<>();
    private DayHost host;
    private AgentService agent;
    private int nextId = 1;
    private Condition gone = Condition.UNKNOWN;
    private boolean read = true;

    DayMachine(String name, String room, AgentSettings settings, Wire wire, RecentLog log) {
        this.name = name;
        this.room = room;
        this.settings = settings;
        this.wire = wire;
        this.log = log;
    }

    String name() {
        return name;
    }

    String room() {
        return room;
    }

    BareJid jid() {
        return Day.jid(name.toLowerCase(Locale.ROOT));
    }

    synchronized boolean isOn() {
        return agent != null;
    }

    /** All that was, in order. */
    synchronized List<Stay> stays() {
        return List.copyOf(stays);
    }

    synchronized List<Stay> present() {
        return stays.stream().filter(stay -> stay.until == null).toList();
    }

    /** What the board is to show. */
    synchronized Condition condition() {
        if (agent == null) {
            return gone;
        }
        List<Stay> present = present();
        Stay active = present.stream().filter(stay -> stay.active).findFirst().orElse(null);
        if (active == null) {
            return present.isEmpty() ? Condition.FREE : Condition.LEFT;
        }
        return active.locked ? Condition.LOCKED : Condition.IN_USE;
    }

    /** The agent has not looked yet: what comes and goes between two looks is not seen, and need not be. */
    synchronized boolean isUnread() {
        return !read;
    }

    synchronized List<Session> sessions() {
        read = true;
        List<Session> sessions = new ArrayList<>();
        for (Stay stay : present()) {
            sessions.add(new Session(
                    stay.id,
                    stay.user,
                    "IUT",
                    "S-1-5-21-" + stay.user,
                    null,
                    stay.active ? Session.State.ACTIVE : Session.State.DISCONNECTED,
                    Session.Kind.CONSOLE,
                    stay.since,
                    stay.active ? stay.locked : null,
                    null,
                    null,
                    null));
        }
        return sessions;
    }

    /** At the screen; who was there is left behind. */
    void logon(String user) {
        act(() -> {
            present().forEach(stay -> stay.active = false);
            stays.add(new Stay(nextId++, user, now()));
        });
    }

    /** Who is at the screen; then who was left behind finds it locked. */
    void logoff() {
        act(() -> {
            Stay active =
                    present().stream().filter(stay -> stay.active).findFirst().orElseThrow();
            active.until = now();
            active.told = "logoff";
            present().stream().reduce((one, other) -> other).ifPresent(last -> {
                last.active = true;
                last.locked = true;
            });
        });
    }

    void lock(boolean locked) {
        act(() -> present().stream().filter(stay -> stay.active).forEach(stay -> stay.locked = locked));
    }

    private void act(Runnable change) {
        DayHost told;
        synchronized (this) {
            change.run();
            read = false;
            told = host;
        }
        told.changed();
    }

    /** A boot, with nobody there, and whatever ended unseen told of now. */
    void boot() throws DataFolderException {
        wire.mend();
        synchronized (this) {
            stays.stream().filter(stay -> stay.unseen != null).forEach(stay -> {
                stay.told = stay.unseen;
                stay.unseen = null;
            });
            // Each boot its own time: all of a test day lies within two minutes.
            Instant boot = now().minus(RUNS_SINCE).plusSeconds(60L * nextId);
            nextId++;
            host = new DayHost(this, boot);
        }
        start();
    }

    /** The agent alone stops and starts again, as an update makes it. */
    void restartAgent() throws DataFolderException {
        stopAgent();
        start();
    }

    private void start() throws DataFolderException {
        AgentService started =
                new AgentService(settings, host, log, SmackLink::new, Clock.systemUTC(), System::nanoTime);
        synchronized (this) {
            agent = started;
        }
        started.start();
    }

    /** In order, but with those who are there never logged off. */
    void shutdown() {
        stopAgent();
        ended("shutdown", Condition.OFF);
    }

    /**
     * The agent has no time for a word, and what it had on disk is what it finds at the next start.
     *
     * @param noticed whether the server hears of it, or believes that all is well
     */
    void cutPower(boolean noticed) {
        wire.freeze();
        Path before = settings.dataDir();
        Path kept = before.resolveSibling(before.getFileName() + "-kept");
        copy(before, kept);
        stopAgent();
        delete(before);
        try {
            Files.move(kept, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (noticed) {
            wire.cut();
        }
        ended("power-lost", Condition.LOST);
    }

    void close() {
        stopAgent();
        wire.close();
    }

    private synchronized void ended(String how, Condition condition) {
        gone = condition;
        for (Stay stay : present()) {
            stay.until = now();
            stay.unseen = how;
        }
    }

    private void stopAgent() {
        AgentService stopping;
        synchronized (this) {
            stopping = agent;
            agent = null;
        }
        if (stopping != null) {
            stopping.close();
        }
    }

    /** To the precision that travels. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
