package org.rollcall.central.store.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.xmpp.text.XmlText;

/**
 * From what people ask to conditions that an index answers. Names are looked for in the small tables first (machines,
 * people, rooms), and sessions then by keys: by index where few people match, and along the time where so many do that
 * a page is full soon. The {@code + 0} keeps a database from taking the index of a column.
 */
final class SessionSearch {
    private static final int FEW = 200;

    private SessionSearch() {}

    static Conditions conditions(Handle handle, HistoryQuery query, boolean inOrder) {
        Conditions conditions = new Conditions();
        if (query.machine() != null) {
            conditions.in("s.machine_id", machines(handle, query.machine()));
        }
        if (query.user() != null && !query.user().isBlank()) {
            people(handle, conditions, query.user(), inOrder);
        }
        if (query.room() != null) {
            conditions.in("s.room_id", rooms(handle, Set.of(query.room())));
        }
        if (query.rooms() != null) {
            List<Long> rooms = rooms(handle, query.rooms());
            conditions.in(rooms.size() == 1 && query.room() == null ? "s.room_id" : "(s.room_id + 0)", rooms);
        }
        conditions.and(query.address(), "s.address = :address", "address", query.address());
        if (query.from() != null) {
            openAtOrAfter(handle, conditions, query.from());
        }
        return conditions.and(query.to(), "s.logon < :to", "to", Columns.millis(query.to()));
    }

    static List<Long> people(Handle handle, String user, int most) {
        return handle.createQuery("SELECT id FROM person WHERE folded LIKE :user ESCAPE '\\' LIMIT :most")
                .bind("user", Folded.partOf(user))
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    static List<Long> rooms(Handle handle, Collection<String> names) {
        List<String> folded = names.stream().map(Folded::of).toList();
        return handle
                .createQuery("SELECT id, folded FROM room")
                .map((row, context) -> folded.contains(row.getString("folded")) ? row.getLong("id") : null)
                .stream()
                .filter(id -> id != null)
                .toList();
    }

    private static List<Long> machines(Handle handle, String machine) {
        String lower = XmlText.clean(machine).toLowerCase(Locale.ROOT);
        return handle.createQuery("SELECT id FROM machine WHERE account = :machine OR lower(name) = :machine"
                        + " OR jid = :machine")
                .bind("machine", lower)
                .mapTo(Long.class)
                .list();
    }

    private static void people(Handle handle, Conditions conditions, String user, boolean inOrder) {
        List<Long> people = people(handle, user, FEW + 1);
        if (people.size() <= FEW) {
            conditions.in("s.person_id", people);
        } else {
            conditions.and(
                    user,
                    (inOrder ? "(s.person_id + 0)" : "s.person_id")
                            + " IN (SELECT id FROM person WHERE folded LIKE :user ESCAPE '\\')",
                    "user",
                    Folded.partOf(user));
        }
    }

    /**
     * Open sessions, and ended ones by their logoff; what bounds it for the index is the logon, which is at most the
     * longest session ever earlier.
     */
    static void openAtOrAfter(Handle handle, Conditions conditions, Instant time) {
        long from = Columns.millis(time);
        Long longest = handle.createQuery("SELECT max(logoff - logon) FROM session")
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        Long oldestOpen = handle.createQuery("SELECT min(logon) FROM session WHERE logoff IS NULL")
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        long earliest = Stream.of(from - (longest == null ? 0 : longest), oldestOpen == null ? from : oldestOpen)
                .min(Long::compare)
                .get();
        conditions.and(time, "s.logon >= :earliest", "earliest", earliest);
        conditions.and(time, "(s.logoff IS NULL OR s.logoff >= :from)", "from", from);
    }
}
