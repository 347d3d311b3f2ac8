package org.rollcall.central.web.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;

/** A history in memory; its usage is counted roughly, each session in the hour of its logon. */
public final class FakeHistory implements History {
    private final List<SessionRow> rows = new ArrayList<>();

    public synchronized SessionRow add(
            String machine,
            String room,
            String user,
            String fullName,
            String group,
            String address,
            Instant logon,
            Instant logoff,
            String ended) {
        SessionRow row = new SessionRow(
                rows.size() + 1L,
                machine.toLowerCase(Locale.ROOT) + "@iut.rdz",
                machine,
                room,
                user,
                "IUT",
                fullName,
                group,
                address,
                null,
                "console",
                logon,
                logon,
                logoff,
                ended,
                logoff == null ? null : Duration.between(logon, logoff));
        rows.add(row);
        return row;
    }

    @Override
    public List<SessionRow> find(HistoryQuery query) {
        return matching(query).limit(query.most()).toList();
    }

    @Override
    public long count(HistoryQuery query) {
        return matching(new HistoryQuery(
                        query.machine(),
                        query.user(),
                        query.room(),
                        query.rooms(),
                        query.address(),
                        query.from(),
                        query.to(),
                        1,
                        null))
                .count();
    }

    private synchronized Stream<SessionRow> matching(HistoryQuery query) {
        List<SessionRow> found = rows.stream()
                .filter(row -> query.machine() == null || row.name().equalsIgnoreCase(query.machine()))
                .filter(row ->
                        query.user() == null || has(row.user(), query.user()) || has(row.fullName(), query.user()))
                .filter(row -> query.room() == null || query.room().equals(row.room()))
                .filter(row -> query.rooms() == null || query.rooms().contains(row.room()))
                .filter(row -> query.address() == null || query.address().equals(row.address()))
                .filter(row -> query.from() == null
                        || row.logoff() == null
                        || !row.logoff().isBefore(query.from()))
                .filter(row -> query.to() == null || row.logon().isBefore(query.to()))
                .sorted(Comparator.comparing(SessionRow::logon)
                        .thenComparing(SessionRow::id)
                        .reversed())
                .toList();
        int after = 0;
        for (int i = 0; query.after() != null && i < found.size(); i++) {
            if (found.get(i).id() == query.after()) {
                after = i + 1;
            }
        }
        return found.subList(after, found.size()).stream();
    }

    private static boolean has(String where, String text) {
        return where != null && where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public synchronized List<SessionRow> lastOfEach(String user, Set<String> rooms, int most) {
        Map<String, SessionRow> last = new LinkedHashMap<>();
        find(new HistoryQuery(null, user, null, rooms, null, null, null, Integer.MAX_VALUE, null))
                .forEach(row -> last.putIfAbsent(row.user(), row));
        return last.values().stream().limit(most).toList();
    }

    @Override
    public synchronized List<Usage> usage(Set<String> rooms, Instant from, Instant to, ZoneId zone, By by) {
        Map<List<Object>, List<SessionRow>> groups = new LinkedHashMap<>();
        for (SessionRow row :
                find(new HistoryQuery(null, null, null, rooms, null, from, to, Integer.MAX_VALUE, null))) {
            var at = row.logon().atZone(zone);
            List<Object> key = switch (by) {
                case ROOM -> List.of(row.room());
                case HOUR -> List.of(row.room(), at.getHour());
                case DAY -> List.of("", at.toLocalDate().toString());
            };
            groups.computeIfAbsent(key, some -> new ArrayList<>()).add(row);
        }
        List<Usage> usage = new ArrayList<>();
        groups.forEach((key, some) -> usage.add(new Usage(
                by == By.DAY ? null : (String) key.get(0),
                by == By.HOUR ? (Integer) key.get(1) : null,
                by == By.DAY ? (String) key.get(1) : null,
                some.size(),
                some.stream()
                        .filter(row -> row.lasted() != null)
                        .mapToLong(row -> row.lasted().toSeconds())
                        .sum(),
                Math.min(29, some.size()))));
        return usage;
    }
}
