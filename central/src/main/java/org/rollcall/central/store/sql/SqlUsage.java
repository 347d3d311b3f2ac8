package org.rollcall.central.store.sql;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.rollcall.central.store.History.By;
import org.rollcall.central.store.History.Usage;

/** Adds hours up to rooms, hours of the day, or days, in the zone of whoever asks. */
final class SqlUsage {
    private final Database database;
    private final UsageCount counts;
    private final InstantSource clock;

    SqlUsage(Database database, UsageCount counts, InstantSource clock) {
        this.database = database;
        this.counts = counts;
        this.clock = clock;
    }

    private record Hour(long room, long hour, long sessions, long inUseSeconds, int mostAtOnce) {}

    List<Usage> usage(Set<String> rooms, Instant from, Instant to, ZoneId zone, By by) {
        Instant now = clock.instant();
        counts.bringUpToDate(now);
        return database.read(handle -> {
            Map<Long, String> names = names(handle, rooms);
            boolean whole = by == By.DAY && rooms == null;
            Collection<Long> wanted = whole ? Set.of(UsageSweep.ALL) : names.keySet();
            Map<Slot, Sum> sums = new TreeMap<>();
            Map<Long, Sum> hours = new TreeMap<>();
            for (Hour hour : hours(handle, wanted, from, to, now)) {
                if (by == By.DAY) {
                    // The rooms' fullest moments in an hour taken as one: at most a little too much.
                    hours.computeIfAbsent(hour.hour(), key -> new Sum()).with(hour, true);
                } else {
                    sums.computeIfAbsent(slot(hour, names, zone, by), key -> new Sum())
                            .with(hour, false);
                }
            }
            hours.forEach((hour, sum) -> sums.computeIfAbsent(
                            new Slot(null, null, time(hour, zone).toLocalDate().toString()), key -> new Sum())
                    .with(sum));
            return sums.entrySet().stream()
                    .map(entry -> usage(entry.getKey(), entry.getValue()))
                    .toList();
        });
    }

    private static List<Hour> hours(Handle handle, Collection<Long> rooms, Instant from, Instant to, Instant now) {
        long first = from == null ? 0 : Columns.millis(from) / Marks.HOUR;
        long end = (to == null ? now.toEpochMilli() : Columns.millis(to) - 1) / Marks.HOUR;
        Conditions conditions = new Conditions()
                .in("room_id", rooms)
                .and(first, "hour >= :first", "first", first)
                .and(end, "hour <= :end", "end", end);
        List<Hour> hours = conditions
                .bind(handle.createQuery(
                        "SELECT room_id, hour, sessions, in_use_seconds, most_at_once FROM usage_hour" + conditions))
                .map((row, context) ->
                        new Hour(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getInt(5)))
                .list();
        long thisHour = now.toEpochMilli() / Marks.HOUR;
        if (first <= thisHour && thisHour <= end) {
            UsageCount.countThisHour(handle, now).forEach((key, count) -> {
                if (rooms.contains(key.room())) {
                    hours.add(new Hour(
                            key.room(), key.hour(), count.sessions, count.inUseMillis / 1000, count.mostAtOnce));
                }
            });
        }
        return hours;
    }

    private static Map<Long, String> names(Handle handle, Set<String> rooms) {
        Map<Long, String> names = new HashMap<>();
        handle.createQuery("SELECT id, name FROM room")
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("name")))
                .forEach(room -> names.put(room.getKey(), room.getValue()));
        if (rooms != null) {
            names.keySet().retainAll(SessionSearch.rooms(handle, rooms));
        }
        return names;
    }

    private static Slot slot(Hour hour, Map<Long, String> names, ZoneId zone, By by) {
        String room = names.get(hour.room());
        return by == By.ROOM
                ? new Slot(room, null, null)
                : new Slot(room, time(hour.hour(), zone).getHour(), null);
    }

    private static ZonedDateTime time(long hour, ZoneId zone) {
        return Instant.ofEpochMilli(hour * Marks.HOUR).atZone(zone);
    }

    private static Usage usage(Slot slot, Sum sum) {
        return new Usage(slot.room(), slot.hour(), slot.day(), sum.sessions, sum.inUseSeconds, sum.mostAtOnce);
    }

    private record Slot(String room, Integer hour, String day) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int byRoom = Columns.orEmpty(room).compareTo(Columns.orEmpty(other.room));
            int byHour = byRoom != 0 || hour == null ? byRoom : hour.compareTo(other.hour);
            return byHour != 0 ? byHour : Columns.orEmpty(day).compareTo(Columns.orEmpty(other.day));
        }
    }

    private static final class Sum {
        private long sessions;
        private long inUseSeconds;
        private int mostAtOnce;

        void with(Hour hour, boolean atTheSameTime) {
            sessions += hour.sessions();
            inUseSeconds += hour.inUseSeconds();
            mostAtOnce = atTheSameTime ? mostAtOnce + hour.mostAtOnce() : Math.max(mostAtOnce, hour.mostAtOnce());
        }

        void with(Sum other) {
            sessions += other.sessions;
            inUseSeconds += other.inUseSeconds;
            mostAtOnce = Math.max(mostAtOnce, other.mostAtOnce);
        }
    }
}
