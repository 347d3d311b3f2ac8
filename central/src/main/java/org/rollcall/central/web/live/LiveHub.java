package org.rollcall.central.web.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.web.Rights;
import org.rollcall.central.web.json.RoomJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the board's changes to all open pages from one thread: a first change at once, what follows within 20 ms
 * together, each message written once for all who may see the same.
 */
public final class LiveHub implements AutoCloseable {
    public static final int SESSION_ENDED = 4401;
    private static final int GOING_AWAY = 1001;
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final long TOGETHER_NANOS = Duration.ofMillis(20).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);

    private final BoardView board;
    private final BoardFrames frames;
    private final RenderedMachines rendered;
    private final PendingChanges pending;
    private final AutoCloseable listening;
    private final Thread thread;
    private final Removals removals = new Removals();
    private final Map<LiveClient, Rights> clients = new LinkedHashMap<>();
    private final Map<String, RoomJson> lastSummaries = new HashMap<>();
    private final Map<Rights, String> snapshots = new HashMap<>();
    private volatile int count;
    private volatile boolean closed;

    public LiveHub(BoardView board, BoardFrames frames, RenderedMachines rendered) {
        this.board = board;
        this.frames = frames;
        this.rendered = rendered;
        this.pending = new PendingChanges(board.revision());
        this.listening = board.listen(pending);
        this.thread = new Thread(this::run, "rollcall-web-live");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many pages are open. */
    public int clients() {
        return count;
    }

    /** @param since the greatest revision that the page has seen; empty: nothing, or of another epoch */
    void join(LiveClient client, Optional<Long> since) {
        pending.run(() -> {
            LiveClient.Standing standing = client.standing();
            if (!standing.signedIn()) {
                client.close(SESSION_ENDED, "signed out");
                return;
            }
            long revision = current;
            Optional<Long> known = since.filter(seen -> seen <= revision && removals.knowsSince(seen));
            client.send(known.map(seen ->
                            frames.since(standing.rights(), seen, revision, removals.since(seen, standing.rights())))
                    .orElseGet(() -> snapshot(standing.rights())));
            clients.put(client, standing.rights());
            count = clients.size();
        });
    }

    void leave(LiveClient client) {
        pending.run(() -> {
            clients.remove(client);
            count = clients.size();
        });
    }

    /** Looks at once whether everybody is still signed in and may still see what they see. */
    public void recheck() {
        pending.run(this::checkAll);
    }

    // The rest runs on the hub's thread alone.

    private long current;

    private void run() {
        long nextBeat = System.nanoTime() + BEAT.toNanos();
        while (!closed) {
            try {
                PendingChanges.Batch batch = pending.take(Duration.ofNanos(nextBeat - System.nanoTime()));
                long started = System.nanoTime();
                current = Math.max(current, batch.revision());
                if (batch.changesAnything()) {
                    snapshots.clear();
                }
                if (batch.everything()) {
                    everythingAnew();
                } else {
                    send(batch);
                }
                batch.tasks().forEach(Runnable::run);
                if (System.nanoTime() - nextBeat >= 0) {
                    nextBeat = System.nanoTime() + BEAT.toNanos();
                    beat();
                }
                if (!batch.changed().isEmpty()) {
                    Thread.sleep(Duration.ofNanos(Math.max(0, started + TOGETHER_NANOS - System.nanoTime()))
                            .toMillis());
                }
            } catch (InterruptedException stop) {
                break;
            } catch (RuntimeException e) {
                // One bad message must not end the feed of everybody; pages get everything anew.
                LOG.error("The live feed failed at a change and goes on with everything anew.", e);
                pending.reloaded();
            }
        }
        List.copyOf(clients.keySet()).forEach(client -> client.close(GOING_AWAY, "central stops"));
    }

    private void send(PendingChanges.Batch batch) {
        if (batch.changed().isEmpty() && !batch.link()) {
            return;
        }
        // What a machine is now, not what it was when it was noted: a page never goes back in time.
        List<MachineNow> now = new ArrayList<>();
        Map<BareJid, Set<String>> left = new HashMap<>();
        Set<String> touched = new LinkedHashSet<>();
        batch.changed().forEach((jid, rooms) -> {
            Optional<MachineNow> machine = board.machine(jid);
            machine.ifPresentOrElse(now::add, () -> rendered.forget(jid));
            if (!rooms.isEmpty()) {
                left.put(jid, rooms);
                rooms.forEach(room -> removals.add(jid, room, batch.revision()));
                rooms.forEach(room -> touched.add(name(room)));
            }
            machine.ifPresent(found -> touched.add(name(found.place().room())));
        });
        List<RoomNow> rooms = changedRooms(touched);
        Map<Rights, String> written = new HashMap<>();
        clients.forEach((client, rights) -> {
            String frame = written.computeIfAbsent(rights, some -> frame(some, batch, now, left, rooms));
            if (!frame.isEmpty()) {
                client.send(frame);
            }
        });
    }

    /** Empty when nothing of it concerns people with these rights. */
    private String frame(
            Rights rights,
            PendingChanges.Batch batch,
            List<MachineNow> now,
            Map<BareJid, Set<String>> left,
            List<RoomNow> rooms) {
        List<MachineNow> seen = now.stream()
                .filter(machine -> rights.sees(machine.place().room()))
                .toList();
        Set<BareJid> gone = new LinkedHashSet<>();
        left.forEach((jid, from) -> {
            if (from.stream().anyMatch(rights::sees)) {
                gone.add(jid);
            }
        });
        seen.forEach(machine -> gone.remove(machine.jid()));
        List<RoomNow> some =
                rooms.stream().filter(room -> rights.sees(room.name())).toList();
        if (seen.isEmpty() && gone.isEmpty() && some.isEmpty() && !batch.link()) {
            return "";
        }
        return frames.changes(
                batch.revision(), seen, gone.stream().map(BareJid::toString).toList(), some, batch.link());
    }

    private static String name(String room) {
        return room == null ? "" : room;
    }

    private List<RoomNow> changedRooms(Set<String> names) {
        List<RoomNow> changed = new ArrayList<>();
        for (String name : names) {
            board.room(name).ifPresent(room -> {
                RoomJson summary = RoomJson.summary(room);
                if (!summary.equals(lastSummaries.put(name, summary))) {
                    changed.add(room);
                }
            });
        }
        return changed;
    }

    private void everythingAnew() {
        rendered.forgetAll();
        removals.forget(current);
        clients.replaceAll((client, before) -> client.standing().rights());
        clients.forEach((client, rights) -> client.send(snapshot(rights)));
    }

    /** After central was away, all pages come back at once. */
    private String snapshot(Rights rights) {
        return snapshots.computeIfAbsent(rights, some -> frames.snapshot(some, current));
    }

    private void beat() {
        snapshots.clear();
        checkAll();
        // A room's outage may end without any machine's change.
        List<RoomNow> rooms =
                changedRooms(board.rooms().stream().map(RoomNow::name).collect(Collectors.toSet()));
        String beat = frames.beat(current);
        clients.forEach((client, rights) -> {
            List<RoomNow> seen =
                    rooms.stream().filter(room -> rights.sees(room.name())).toList();
            client.send(seen.isEmpty() ? beat : frames.changes(current, List.of(), List.of(), seen, false));
        });
    }

    private void checkAll() {
        for (Map.Entry<LiveClient, Rights> entry : List.copyOf(clients.entrySet())) {
            LiveClient client = entry.getKey();
            LiveClient.Standing standing = client.standing();
            if (!standing.signedIn()) {
                clients.remove(client);
                client.close(SESSION_ENDED, "signed out");
            } else if (!standing.rights().equals(entry.getValue())) {
                clients.put(client, standing.rights());
                client.send(snapshot(standing.rights()));
            }
        }
        count = clients.size();
    }

    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
            thread.interrupt();
            thread.join(2_000);
        } catch (InterruptedException stopNow) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The board did not let go of the live feed.", e);
        }
    }
}
