package org.rollcall.central.web.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.central.web.Viewer;

/** One day's curve of machines in use, room by room; worked out at most once a minute for everybody. */
public final class Occupancy {
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int PAGE = 5_000;
    private static final int MOST = 50_000;
    private static final int MOST_DAYS_KEPT = 16;

    private final History history;
    private final BoardView board;
    private final InstantSource clock;
    private final Map<Key, Curves> kept = new ConcurrentHashMap<>();

    record Key(LocalDate day, ZoneId zone) {}

    record Curves(Instant at, Instant start, int steps, Map<String, int[]> rooms) {}

    record Answer(String day, String zone, Instant start, long step, List<RoomCurve> rooms) {}

    record RoomCurve(String name, int total, int[] inUse) {}

    public Occupancy(History history, BoardView board, InstantSource clock) {
        this.history = history;
        this.board = board;
        this.clock = clock;
    }

    Answer of(LocalDate day, ZoneId zone, Viewer viewer) {
        Curves curves = curves(new Key(day, zone));
        List<RoomCurve> rooms = Seen.rooms(board, viewer).stream()
                .map(room -> new RoomCurve(
                        room.name(),
                        room.machines().size(),
                        curves.rooms().getOrDefault(room.name(), new int[curves.steps()])))
                .toList();
        return new Answer(day.toString(), zone.getId(), curves.start(), STEP.toSeconds(), rooms);
    }

    /** One at a time: a park full of pages asks for the same at once. */
    private synchronized Curves curves(Key key) {
        Instant now = clock.instant();
        Curves known = kept.get(key);
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        if (kept.size() >= MOST_DAYS_KEPT) {
            kept.clear();
        }
        Curves curves = count(key, now);
        kept.put(key, curves);
        return curves;
    }

    private Curves count(Key key, Instant now) {
        Instant start = key.day().atStartOfDay(key.zone()).toInstant();
        Instant dayEnd = key.day().plusDays(1).atStartOfDay(key.zone()).toInstant();
        Instant end = now.isBefore(dayEnd) ? now : dayEnd;
        int steps =
                end.isBefore(start) ? 0 : (int) (Duration.between(start, end).dividedBy(STEP)) + 1;
        // A machine with two sessions is in use once: each machine's marks first, then the sum of its room.
        Map<String, Map<String, boolean[]>> marks = new HashMap<>();
        Long after = null;
        for (int read = 0; read < MOST; ) {
            List<SessionRow> rows =
                    history.find(new HistoryQuery(null, null, null, null, null, start, end.plusMillis(1), PAGE, after));
            for (SessionRow row : rows) {
                boolean[] machine = marks.computeIfAbsent(row.room() == null ? "" : row.room(), room -> new HashMap<>())
                        .computeIfAbsent(row.machine(), jid -> new boolean[steps]);
                mark(machine, row, start);
            }
            read += rows.size();
            if (rows.size() < PAGE) {
                break;
            }
            after = rows.get(rows.size() - 1).id();
        }
        Map<String, int[]> rooms = new HashMap<>();
        marks.forEach((room, machines) -> rooms.put(room, sum(new ArrayList<>(machines.values()), steps)));
        return new Curves(now, start, steps, rooms);
    }

    private static void mark(boolean[] machine, SessionRow row, Instant start) {
        for (int step = 0; step < machine.length; step++) {
            Instant at = start.plus(STEP.multipliedBy(step));
            if (!row.logon().isAfter(at)
                    && (row.logoff() == null || row.logoff().isAfter(at))) {
                machine[step] = true;
            }
        }
    }

    private static int[] sum(List<boolean[]> machines, int steps) {
        int[] inUse = new int[steps];
        for (boolean[] machine : machines) {
            for (int step = 0; step < steps; step++) {
                inUse[step] += machine[step] ? 1 : 0;
            }
        }
        return inUse;
    }
}
