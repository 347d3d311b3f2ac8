package org.rollcall.central.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.Enrolments;

/** Windows and words, read from the database each time: they are few. */
final class SqlEnrolments implements Enrolments {
    private final Database database;

    SqlEnrolments(Database database) {
        this.database = database;
    }

    @Override
    public List<Window> windows() {
        return database.read(handle -> handle.createQuery("SELECT * FROM enrolment_window ORDER BY room")
                .map((row, context) -> window(row))
                .list());
    }

    @Override
    public void open(Window window) {
        now(handle -> handle.createUpdate("INSERT INTO enrolment_window (room, until, known, opened, opened_by)"
                        + " VALUES (:room, :until, :known, :opened, :by) ON CONFLICT (room) DO UPDATE"
                        + " SET until = excluded.until, known = excluded.known, opened = excluded.opened,"
                        + " opened_by = excluded.opened_by")
                .bind("room", Columns.orEmpty(window.room()))
                .bind("until", Columns.millis(window.until()))
                .bind("known", window.known() ? 1 : 0)
                .bind("opened", Columns.millis(window.opened()))
                .bind("by", window.openedBy())
                .execute());
    }

    @Override
    public void close(String room) {
        now(handle -> handle.execute("DELETE FROM enrolment_window WHERE room = ?", Columns.orEmpty(room)));
    }

    @Override
    public List<Word> words() {
        return database.read(handle -> handle.createQuery("SELECT * FROM enrolment_word ORDER BY said DESC")
                .map((row, context) -> word(row))
                .list());
    }

    @Override
    public Optional<Word> word(BareJid jid, String hardware) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM enrolment_word WHERE jid = :jid AND hardware = :hardware")
                        .bind("jid", jid.toString())
                        .bind("hardware", hardware)
                        .map((row, context) -> word(row))
                        .findOne());
    }

    @Override
    public void say(Word word) {
        now(handle -> handle.createUpdate("INSERT INTO enrolment_word (jid, hardware, yes, said, said_by)"
                        + " VALUES (:jid, :hardware, :yes, :said, :by) ON CONFLICT (jid, hardware) DO UPDATE"
                        + " SET yes = excluded.yes, said = excluded.said, said_by = excluded.said_by")
                .bind("jid", word.jid().toString())
                .bind("hardware", word.hardware())
                .bind("yes", word.yes() ? 1 : 0)
                .bind("said", Columns.millis(word.said()))
                .bind("by", word.saidBy())
                .execute());
    }

    @Override
    public void forget(BareJid jid, String hardware) {
        now(handle ->
                handle.execute("DELETE FROM enrolment_word WHERE jid = ? AND hardware = ?", jid.toString(), hardware));
    }

    @Override
    public Optional<Instant> enrolled(BareJid jid) {
        return database.read(
                handle -> handle.createQuery("SELECT enrolled FROM machine WHERE jid = :jid AND enrolled IS NOT NULL")
                        .bind("jid", jid.toString())
                        .map((row, context) -> Columns.time(row, "enrolled"))
                        .findOne());
    }

    @Override
    public void enrolled(BareJid jid, Instant at) {
        now(handle ->
                handle.execute("UPDATE machine SET enrolled = ? WHERE jid = ?", Columns.millis(at), jid.toString()));
    }

    @Override
    public void renewed(BareJid jid, Instant at) {
        now(handle ->
                handle.execute("UPDATE machine SET renewed = ? WHERE jid = ?", Columns.millis(at), jid.toString()));
    }

    private void now(Consumer<Handle> work) {
        database.writer().now(handle -> {
            work.accept(handle);
            return null;
        });
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                Columns.text(row, "room"),
                Columns.time(row, "until"),
                row.getInt("known") != 0,
                Columns.time(row, "opened"),
                row.getString("opened_by"));
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(
                JidCreate.bareFromOrThrowUnchecked(row.getString("jid")),
                row.getString("hardware"),
                row.getInt("yes") != 0,
                Columns.time(row, "said"),
                row.getString("said_by"));
    }
}
