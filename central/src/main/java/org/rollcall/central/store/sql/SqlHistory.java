package org.rollcall.central.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.xmpp.text.XmlText;

/** Questions about what was. */
final class SqlHistory implements History {
    private static final int MOST_ROWS = 10_000;
    private static final String ROW = "SELECT s.*, m.jid, m.name AS machine_name, r.name AS room_name, p.login,"
            + " p.domain, p.full_name, p.group_name FROM (";
    private static final String OF = ") s JOIN machine m ON m.id = s.machine_id JOIN person p ON p.id = s.person_id"
            + " LEFT JOIN room r ON r.id = s.room_id ORDER BY s.logon DESC, s.id DESC";

    private final Database database;
    private final SqlUsage usage;

    SqlHistory(Database database, SqlUsage usage) {
        this.database = database;
        this.usage = usage;
    }

    @Override
    public List<SessionRow> find(HistoryQuery query) {
        return database.read(handle -> {
            Conditions conditions = SessionSearch.conditions(handle, query, true);
            if (query.after() != null) {
                Optional<Long> logon = handle.createQuery("SELECT logon FROM session WHERE id = :after")
                        .bind("after", query.after())
                        .mapTo(Long.class)
                        .findOne();
                if (logon.isEmpty()) {
                    return List.of();
                }
                conditions.and(logon, "(s.logon, s.id) < (:last, :after)", "last", logon.get());
                conditions.and(logon, "1 = 1", "after", query.after());
            }
            String page = "SELECT s.* FROM session s" + conditions + " ORDER BY s.logon DESC, s.id DESC LIMIT :most";
            return conditions
                    .bind(handle.createQuery(ROW + page + OF))
                    .bind("most", Math.max(1, Math.min(query.most(), MOST_ROWS)))
                    .map((row, context) -> session(row))
                    .list();
        });
    }

    @Override
    public long count(HistoryQuery query) {
        return database.read(handle -> {
            Conditions conditions = SessionSearch.conditions(handle, query, false);
            return conditions
                    .bind(handle.createQuery("SELECT count(*) FROM session s" + conditions))
                    .mapTo(Long.class)
                    .one();
        });
    }

    @Override
    public List<SessionRow> lastOfEach(String user, Set<String> rooms, int most) {
        return database.read(handle -> {
            Conditions conditions = new Conditions().in("s.person_id", SessionSearch.people(handle, user, MOST_ROWS));
            if (rooms != null) {
                conditions.in("(s.room_id + 0)", SessionSearch.rooms(handle, rooms));
            }
            return lastOfEach(handle, conditions, most);
        });
    }

    /** Each person's newest; one who was known in several ways (a new group each year) counts once. */
    private static List<SessionRow> lastOfEach(Handle handle, Conditions conditions, int most) {
        String latest = "SELECT s.*, row_number() OVER (PARTITION BY p.folded_login ORDER BY s.logon DESC, s.id DESC)"
                + " AS place FROM session s JOIN person p ON p.id = s.person_id" + conditions;
        String page = "SELECT s.* FROM (" + latest + ") s WHERE s.place = 1 ORDER BY s.logon DESC, s.id DESC"
                + " LIMIT :most";
        return conditions
                .bind(handle.createQuery(ROW + page + OF))
                .bind("most", Math.max(1, Math.min(most, MOST_ROWS)))
                .map((row, context) -> session(row))
                .list();
    }

    @Override
    public List<Usage> usage(Set<String> rooms, Instant from, Instant to, ZoneId zone, By by) {
        return usage.usage(rooms, from, to, zone, by);
    }

    /** Rows of older centrals too: what the inbox makes straight today was stored as it came. */
    static SessionRow session(ResultSet row) throws SQLException {
        Long lasted = Columns.number(row, "lasted");
        return new SessionRow(
                row.getLong("id"),
                row.getString("jid"),
                XmlText.straight(row.getString("machine_name")),
                row.getString("room_name"),
                XmlText.straight(row.getString("login")),
                XmlText.straight(Columns.text(row, "domain")),
                XmlText.straight(Columns.text(row, "full_name")),
                XmlText.straight(Columns.text(row, "group_name")),
                XmlText.straight(row.getString("address")),
                XmlText.straight(row.getString("client")),
                row.getString("kind"),
                Columns.time(row, "logon"),
                Columns.time(row, "machine_logon"),
                Columns.time(row, "logoff"),
                row.getString("ended"),
                lasted == null ? null : Duration.ofSeconds(lasted));
    }
}
