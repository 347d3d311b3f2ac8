package org.rollcall.central.store.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how much rooms were used in some hours, from the sessions that were open then. No database, no clock. */
final class UsageSweep {
    /** Where all machines are counted, those of no room too. */
    static final long ALL = 0;

    /** @param end after the start; now for one that is open */
    record Span(long machine, long room, long start, long end) {}

    /** How much of one room in one hour (since 1970). */
    static final class Count {
        int sessions;
        long inUseMillis;
        int mostAtOnce;
    }

    record Key(long room, long hour) {}

    private record Edge(long at, boolean opens, Span span) {}

    private record Place(long room, long machine) {}

    private final long firstHour;
    private final long endHour;
    private final Map<Key, Count> counts = new HashMap<>();
    private final Map<Long, Integer> inUse = new HashMap<>();
    private final Map<Place, Integer> open = new HashMap<>();
    private final Map<Place, Long> since = new HashMap<>();

    private UsageSweep(long firstHour, long endHour) {
        this.firstHour = firstHour;
        this.endHour = endHour;
    }

    /** @param endHour exclusive */
    static Map<Key, Count> count(List<Span> spans, long firstHour, long endHour) {
        UsageSweep sweep = new UsageSweep(firstHour, endHour);
        sweep.run(spans);
        return sweep.counts;
    }

    private void run(List<Span> spans) {
        long from = firstHour * Marks.HOUR;
        long to = endHour * Marks.HOUR;
        List<Edge> edges = new ArrayList<>();
        for (Span span : spans) {
            for (long room : span.room() == ALL ? new long[] {ALL} : new long[] {ALL, span.room()}) {
                Span here = new Span(span.machine(), room, span.start(), span.end());
                if (span.start() >= from && span.start() < to) {
                    count(room, span.start() / Marks.HOUR).sessions++;
                }
                if (Math.min(span.end(), to) > Math.max(span.start(), from)) {
                    edges.add(new Edge(Math.max(span.start(), from), true, here));
                    edges.add(new Edge(Math.min(span.end(), to), false, here));
                }
            }
        }
        // Ends first: one who follows at the same moment is no second one.
        edges.sort(Comparator.comparingLong(Edge::at).thenComparing(Edge::opens));
        long hour = firstHour;
        for (Edge edge : edges) {
            // Who leaves as an hour begins was not there in it.
            long reached = (edge.opens() ? edge.at() : edge.at() - 1) / Marks.HOUR;
            for (; hour < reached; hour++) {
                carryInto(hour + 1);
            }
            turn(edge);
        }
    }

    /** Whoever is there when an hour begins is there at once. */
    private void carryInto(long hour) {
        inUse.forEach((room, machines) -> {
            if (machines > 0) {
                atOnce(room, hour, machines);
            }
        });
    }

    private void turn(Edge edge) {
        Span span = edge.span();
        Place place = new Place(span.room(), span.machine());
        int before = open.getOrDefault(place, 0);
        int after = before + (edge.opens() ? 1 : -1);
        open.put(place, after);
        if (before == 0) {
            since.put(place, edge.at());
            int machines = inUse.merge(span.room(), 1, Integer::sum);
            atOnce(span.room(), edge.at() / Marks.HOUR, machines);
        } else if (after == 0) {
            inUse.merge(span.room(), -1, Integer::sum);
            addTime(span.room(), since.remove(place), edge.at());
        }
    }

    private void addTime(long room, long from, long to) {
        for (long start = from; start < to; ) {
            long end = Math.min(to, (start / Marks.HOUR + 1) * Marks.HOUR);
            count(room, start / Marks.HOUR).inUseMillis += end - start;
            start = end;
        }
    }

    private void atOnce(long room, long hour, int machines) {
        Count count = count(room, hour);
        count.mostAtOnce = Math.max(count.mostAtOnce, machines);
    }

    private Count count(long room, long hour) {
        return counts.computeIfAbsent(new Key(room, hour), key -> new Count());
    }
}
