package org.rollcall.central.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.xmpp.text.MachineName;

/** The table of machines: rows out and in. */
final class MachineRows {
    /** A machine that was known and is no longer; its history stands under its name. */
    private static final String REMOVED = "removed";

    private MachineRows() {}

    static List<KnownMachine> all(Handle handle) {
        return handle.createQuery("SELECT * FROM machine WHERE standing <> :removed ORDER BY id")
                .bind("removed", REMOVED)
                .map((row, context) -> machine(row))
                .list();
    }

    static Map<BareJid, Instant> gone(Handle handle) {
        Map<BareJid, Instant> gone = new HashMap<>();
        handle.createQuery("SELECT jid, gone FROM machine WHERE gone IS NOT NULL")
                .map((row, context) -> Map.entry(jid(row), Columns.time(row, "gone")))
                .forEach(machine -> gone.put(machine.getKey(), machine.getValue()));
        return gone;
    }

    /** Makes the row, or finds the one of a machine that was removed, and gives it this standing. */
    static long put(Handle handle, BareJid jid, String name, KnownMachine.Standing standing, Long seen) {
        return handle.createQuery("INSERT INTO machine (jid, account, name, standing, first_seen, last_seen, presence)"
                        + " VALUES (:jid, :account, :name, :standing, :seen, :seen, 'unknown')"
                        + " ON CONFLICT (jid) DO UPDATE SET name = excluded.name, standing = excluded.standing"
                        + " RETURNING id")
                .bind("jid", jid.toString())
                .bind("account", account(jid))
                .bind("name", name)
                .bind("standing", word(standing))
                .bind("seen", seen)
                .mapTo(Long.class)
                .one();
    }

    static void update(Handle handle, KnownMachine machine, Long gone) {
        handle.createUpdate("UPDATE machine SET name = :name, standing = :standing, hardware = :hardware,"
                        + " other_hardware = :otherHardware,"
                        + " first_seen = :firstSeen, last_seen = :lastSeen, version = :version, address = :address,"
                        + " mac = :mac, boot = :boot, presence = :presence, presence_since = :presenceSince,"
                        + " gone = COALESCE(:gone, gone), last_user = :lastUser, last_user_at = :lastUserAt"
                        + " WHERE jid = :jid")
                .bind("name", machine.name())
                .bind("standing", word(machine.standing()))
                .bind("hardware", machine.hardware())
                .bind("otherHardware", machine.otherHardware())
                .bind("firstSeen", Columns.millis(machine.firstSeen()))
                .bind("lastSeen", Columns.millis(machine.lastSeen()))
                .bind("version", machine.version())
                .bind("address", machine.address())
                .bind("mac", machine.mac())
                .bind("boot", Columns.millis(machine.boot()))
                .bind("presence", machine.presence())
                .bind("presenceSince", Columns.millis(machine.presenceSince()))
                .bind("gone", gone)
                .bind("lastUser", machine.lastUser())
                .bind("lastUserAt", Columns.millis(machine.lastUserAt()))
                .bind("jid", machine.jid().toString())
                .execute();
    }

    /** Where it has a history, the row stays for its name. */
    static void remove(Handle handle, BareJid jid) {
        int kept = handle.createUpdate("UPDATE machine SET standing = :removed WHERE jid = :jid"
                        + " AND EXISTS (SELECT 1 FROM journal WHERE machine_id = machine.id)")
                .bind("removed", REMOVED)
                .bind("jid", jid.toString())
                .execute();
        if (kept == 0) {
            handle.execute(
                    "DELETE FROM session WHERE machine_id = (SELECT id FROM machine WHERE jid = ?)", jid.toString());
            handle.execute("DELETE FROM machine WHERE jid = ?", jid.toString());
        }
    }

    /** False: the new name has a history of its own, or there is nothing to rename. */
    static boolean rename(Handle handle, BareJid from, BareJid to, String name) {
        boolean taken = handle.createQuery("SELECT 1 FROM machine WHERE jid = :jid"
                        + " AND EXISTS (SELECT 1 FROM journal WHERE machine_id = machine.id)")
                .bind("jid", to.toString())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (taken) {
            return false;
        }
        remove(handle, to);
        return handle.createUpdate("UPDATE machine SET jid = :to, account = :account, name = :name WHERE jid = :from")
                        .bind("to", to.toString())
                        .bind("account", account(to))
                        .bind("name", name)
                        .bind("from", from.toString())
                        .execute()
                == 1;
    }

    static Optional<Long> id(Handle handle, BareJid jid) {
        return handle.createQuery("SELECT id FROM machine WHERE jid = :jid")
                .bind("jid", jid.toString())
                .mapTo(Long.class)
                .findOne();
    }

    static String account(BareJid jid) {
        return jid.getLocalpartOrNull() == null
                ? jid.toString()
                : MachineName.fromLocalpart(jid.getLocalpartOrNull().toString());
    }

    private static KnownMachine machine(ResultSet row) throws SQLException {
        return new KnownMachine(
                row.getLong("id"),
                jid(row),
                row.getString("name"),
                KnownMachine.Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                row.getString("hardware"),
                row.getString("other_hardware"),
                Columns.time(row, "first_seen"),
                Columns.time(row, "last_seen"),
                row.getString("version"),
                row.getString("address"),
                row.getString("mac"),
                Columns.time(row, "boot"),
                row.getString("presence"),
                Columns.time(row, "presence_since"),
                row.getString("last_user"),
                Columns.time(row, "last_user_at"));
    }

    private static BareJid jid(ResultSet row) throws SQLException {
        return JidCreate.bareFromOrThrowUnchecked(row.getString("jid"));
    }

    private static String word(KnownMachine.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
