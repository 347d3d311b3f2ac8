package org.rollcall.central.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of who did what. */
final class SqlAuditTrail implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(SqlAuditTrail.class);
    private static final int MOST_ROWS = 10_000;
    private static final int LONGEST_DETAILS = 4096;

    private final Database database;

    SqlAuditTrail(Database database) {
        this.database = database;
    }

    /** A line that the database will not take is not lost without a word: it goes to the log. */
    @Override
    public void record(AuditLine line) {
        database.writer().submit(handle -> insert(handle, line)).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("The audit could not be written ({}): {}", failure.getMessage(), line);
            }
        });
    }

    private static int insert(Handle handle, AuditLine line) {
        return handle.createUpdate("INSERT INTO audit (at, who, role, channel, action, target, details, outcome)"
                        + " VALUES (:at, :who, :role, :channel, :action, :target, :details, :outcome)")
                .bind("at", Columns.millis(line.at()))
                .bind("who", lower(line.who()))
                .bind("role", line.role())
                .bind("channel", line.channel())
                .bind("action", XmlText.name(line.action()))
                .bind("target", cut(line.target()))
                .bind("details", cut(line.details()))
                .bind("outcome", XmlText.name(line.outcome()))
                .execute();
    }

    @Override
    public List<AuditLine> find(
            String who, String action, String target, Instant from, Instant to, int most, Long after) {
        Conditions conditions = new Conditions()
                .and(who, "who = :who", "who", lower(who))
                .and(action, "action = :action", "action", action)
                .and(target, "lower(target) LIKE :target ESCAPE '\\'", "target", target == null ? null : part(target))
                .and(from, "at >= :from", "from", Columns.millis(from))
                .and(to, "at < :to", "to", Columns.millis(to))
                .and(after, "id < :after", "after", after);
        return database.read(handle -> conditions
                .bind(handle.createQuery("SELECT * FROM audit" + conditions + " ORDER BY id DESC LIMIT :most"))
                .bind("most", Math.max(1, Math.min(most, MOST_ROWS)))
                .map((row, context) -> line(row))
                .list());
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("id"),
                Columns.time(row, "at"),
                row.getString("who"),
                row.getString("role"),
                row.getString("channel"),
                row.getString("action"),
                row.getString("target"),
                row.getString("details"),
                row.getString("outcome"));
    }

    /** Not folded, as the column is not: accounts and rooms have no accents. */
    private static String part(String target) {
        return "%" + lower(target).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String lower(String who) {
        return who == null ? null : XmlText.name(who).toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        String cleaned = XmlText.clean(text);
        return cleaned == null || cleaned.length() <= LONGEST_DETAILS ? cleaned : cleaned.substring(0, LONGEST_DETAILS);
    }
}
