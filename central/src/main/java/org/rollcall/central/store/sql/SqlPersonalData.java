package org.rollcall.central.store.sql;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rollcall.central.privacy.PersonalData;

/** One person's rows, in all tables. */
final class SqlPersonalData implements PersonalData {
    private static final Set<String> TIMES = Set.of(
            "at", "logon", "machine_logon", "logoff", "heard", "present", "locked_since", "idle_since", "happened");
    private static final String SESSIONS = " FROM session s JOIN machine m ON m.id = s.machine_id"
            + " JOIN person p ON p.id = s.person_id LEFT JOIN room r ON r.id = s.room_id"
            + " WHERE p.folded_login = :login ORDER BY s.logon";
    private static final String EVENTS = " FROM event e JOIN session s ON s.machine_id = e.machine_id AND s.uid = e.uid"
            + " JOIN person p ON p.id = s.person_id JOIN machine m ON m.id = e.machine_id"
            + " WHERE p.folded_login = :login ORDER BY e.happened, e.seq";
    /** A login, or a JID with it before the @. */
    private static final String ASKER = "(who = :login OR who LIKE :jid ESCAPE '\\')";

    private final Database database;
    private final SqlMachines machines;
    private final Gson gson =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    SqlPersonalData(Database database, SqlMachines machines) {
        this.database = database;
        this.machines = machines;
    }

    @Override
    public String export(String login) {
        String folded = Folded.of(login);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("login", folded);
        database.read(handle -> {
            all.put(
                    "sessions",
                    rows(
                            handle,
                            "SELECT m.jid AS machine, m.name, r.name AS room, p.login, p.domain, p.full_name,"
                                    + " p.group_name, s.address, s.client, s.kind, s.logon, s.machine_logon, s.logoff,"
                                    + " s.ended, s.lasted, s.locked_seconds, s.idle_seconds" + SESSIONS,
                            folded));
            all.put(
                    "events",
                    rows(handle, "SELECT m.jid AS machine, e.kind, e.at, e.happened, e.details" + EVENTS, folded));
            all.put(
                    "asked",
                    rows(
                            handle,
                            "SELECT at, who, role, channel, action, target, details, outcome FROM audit WHERE " + ASKER
                                    + " ORDER BY id",
                            folded));
            return null;
        });
        all.put(
                "lastUserOf",
                machines.all().stream()
                        .filter(machine -> machine.lastUser() != null
                                && Folded.of(machine.lastUser()).equals(folded))
                        .map(machine -> machine.jid().toString())
                        .toList());
        return gson.toJson(all);
    }

    private static List<Map<String, Object>> rows(Handle handle, String sql, String login) {
        var query = handle.createQuery(sql).bind("login", login);
        if (sql.contains(":jid")) {
            query.bind("jid", jids(login));
        }
        return query.map((row, context) -> row(row)).list();
    }

    private static Map<String, Object> row(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnLabel(i);
            Object value = row.getObject(i);
            if (value != null && !value.equals("")) {
                values.put(
                        column,
                        TIMES.contains(column)
                                ? Instant.ofEpochMilli(row.getLong(i)).toString()
                                : column.equals("details") && value.toString().startsWith("{")
                                        ? JsonParser.parseString(value.toString())
                                        : value);
            }
        }
        return values;
    }

    @Override
    public long erase(String login) {
        String folded = Folded.of(login);
        machines.forgetUsers(machine -> Folded.of(machine.lastUser()).equals(folded));
        return database.writer().now(handle -> erase(handle, folded));
    }

    private static long erase(Handle handle, String login) {
        Set<Long> people = handle.createQuery("SELECT id FROM person WHERE folded_login = :login")
                .bind("login", login)
                .mapTo(Long.class)
                .collect(Collectors.toSet());
        forgetAsker(handle, login);
        if (people.isEmpty()) {
            return 0;
        }
        String theirs = " IN (" + people.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        handle.execute("UPDATE event SET details = '{}' WHERE EXISTS (SELECT 1 FROM session s"
                + " WHERE s.machine_id = event.machine_id AND s.uid = event.uid AND s.person_id" + theirs + ")");
        long sessions = handle.execute(
                "UPDATE session SET person_id = ?, client = NULL WHERE person_id" + theirs,
                Names.person(handle, ERASED, "", "", ""));
        handle.execute("DELETE FROM person WHERE id" + theirs);
        return sessions;
    }

    /** As the one who asked, and as the one who was asked about. */
    private static void forgetAsker(Handle handle, String login) {
        handle.createUpdate("UPDATE audit SET who = :erased WHERE " + ASKER)
                .bind("erased", ERASED)
                .bind("login", login)
                .bind("jid", jids(login))
                .execute();
        // Not as a part of somebody else's login.
        Pattern name = Pattern.compile(
                "(?<![\\w.-])" + Pattern.quote(login) + "(?![\\w.-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        for (String column : List.of("target", "details")) {
            handle.createQuery(
                            "SELECT id, " + column + " FROM audit WHERE lower(" + column + ") LIKE :part ESCAPE '\\'")
                    .bind("part", Folded.partOf(login))
                    .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                    .list()
                    .forEach(line -> handle.execute(
                            "UPDATE audit SET " + column + " = ? WHERE id = ?",
                            name.matcher(line.getValue()).replaceAll(Matcher.quoteReplacement(ERASED)),
                            line.getKey()));
        }
    }

    private static String jids(String login) {
        return login.replaceAll("([\\\\%_])", "\\\\$1") + "@%";
    }
}
