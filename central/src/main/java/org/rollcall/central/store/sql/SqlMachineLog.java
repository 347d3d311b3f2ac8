package org.rollcall.central.store.sql;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.MachineLog;

/** Events as they were stored. */
final class SqlMachineLog implements MachineLog {
    private static final int MOST_ROWS = 10_000;
    private static final TypeToken<Map<String, String>> DETAILS = new TypeToken<>() {};

    private final Database database;
    private final Gson gson = new Gson();

    SqlMachineLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Entry> events(BareJid machine, Instant from, Instant to, int most) {
        Conditions conditions = new Conditions()
                .and(machine, "e.machine_id = (SELECT id FROM machine WHERE jid = :jid)", "jid", machine.toString())
                .and(from, "e.happened >= :from", "from", Columns.millis(from))
                .and(to, "e.happened < :to", "to", Columns.millis(to));
        return database.read(handle -> conditions
                .bind(handle.createQuery(
                        "SELECT e.*, j.name AS journal FROM event e JOIN journal j ON j.id = e.journal_id" + conditions
                                + " ORDER BY e.happened DESC, e.journal_id DESC, e.seq DESC LIMIT :most"))
                .bind("most", Math.max(1, Math.min(most, MOST_ROWS)))
                .map((row, context) -> entry(row))
                .list());
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("journal"),
                row.getLong("seq"),
                row.getString("kind"),
                Columns.time(row, "happened"),
                Columns.time(row, "at"),
                row.getString("uid"),
                gson.fromJson(row.getString("details"), DETAILS));
    }

    @Override
    public List<Gap> gaps(BareJid machine) {
        return database.read(handle -> handle.createQuery("SELECT j.name, g.first_seq, g.last_seq, g.noticed"
                        + " FROM gap g JOIN journal j ON j.id = g.journal_id JOIN machine m ON m.id = j.machine_id"
                        + " WHERE m.jid = :jid ORDER BY g.noticed, g.first_seq LIMIT " + MOST_ROWS)
                .bind("jid", machine.toString())
                .map((row, context) ->
                        new Gap(row.getString(1), row.getLong(2), row.getLong(3), Columns.time(row, "noticed")))
                .list());
    }
}
