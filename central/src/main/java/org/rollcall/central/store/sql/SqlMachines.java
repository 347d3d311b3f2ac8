package org.rollcall.central.store.sql;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.KnownMachine.Standing;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.text.XmlText;

/**
 * All machines in memory; what a person decides is on disk when the call returns, what machines tell of themselves is
 * written soon after, the latest of each alone.
 */
final class SqlMachines implements Machines {
    private static final int MOST_WAITING = 1000;
    private static final int LARGEST_SHEET = 256 * 1024;

    private final Database database;
    private final Map<BareJid, KnownMachine> machines = new ConcurrentHashMap<>();
    private final List<Consumer<BareJid>> forgotten = new CopyOnWriteArrayList<>();
    private final Set<BareJid> changed = ConcurrentHashMap.newKeySet();
    /** When each was last seen to go; stays when it is back. */
    private final Map<BareJid, Instant> gone = new ConcurrentHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong unknownHeard = new AtomicLong();

    SqlMachines(Database database) {
        this.database = database;
        for (KnownMachine machine : database.read(MachineRows::all)) {
            machines.put(machine.jid(), machine);
        }
        gone.putAll(database.read(MachineRows::gone));
    }

    /** @param listener called, on the thread that decides, after a machine was approved, refused or removed */
    void onDecision(Runnable listener) {
        listeners.add(listener);
    }

    /** Null when it was never seen to go. */
    Long gone(BareJid jid) {
        return Columns.millis(gone.get(jid));
    }

    private static boolean isGone(KnownMachine machine) {
        return machine.presence().equals("off") || machine.presence().equals("lost");
    }

    @Override
    public Optional<KnownMachine> find(BareJid jid) {
        return Optional.ofNullable(machines.get(jid));
    }

    @Override
    public Collection<KnownMachine> all() {
        return List.copyOf(machines.values());
    }

    @Override
    public void approve(BareJid jid, String name) {
        decide(jid, name, Standing.KNOWN);
    }

    @Override
    public void refuse(BareJid jid) {
        decide(jid, null, Standing.REFUSED);
    }

    private synchronized void decide(BareJid jid, String given, Standing standing) {
        KnownMachine before = machines.get(jid);
        String name = given != null ? XmlText.name(given) : before != null ? before.name() : MachineRows.account(jid);
        if (before != null && before.standing() == standing && before.name().equals(name)) {
            return;
        }
        long id = database.writer().now(handle -> MachineRows.put(handle, jid, name, standing, null));
        machines.compute(
                jid,
                (key, now) -> MachineEdits.with(
                        now == null ? MachineEdits.fresh(id, jid, name, standing, null) : now, name, standing));
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized void remove(BareJid jid) {
        machines.remove(jid);
        database.writer().now(handle -> {
            MachineRows.remove(handle, jid);
            return null;
        });
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized boolean rename(BareJid from, BareJid to, String name) {
        KnownMachine before = machines.get(from);
        if (before == null || before.standing() != Standing.KNOWN || from.equals(to)) {
            return false;
        }
        String cleaned = XmlText.name(name);
        if (!database.writer().now(handle -> MachineRows.rename(handle, from, to, cleaned))) {
            return false;
        }
        machines.remove(from);
        machines.remove(to);
        // Others must see the new name come, with all that was remembered, after both old ones have gone.
        listeners.forEach(Runnable::run);
        machines.put(to, MachineEdits.renamed(before, to, cleaned));
        Instant left = gone.remove(from);
        if (left != null) {
            gone.put(to, left);
        }
        changed(machines.get(to));
        listeners.forEach(Runnable::run);
        return true;
    }

    @Override
    public void heardUnknown(BareJid jid, String name, Instant at) {
        unknownHeard.incrementAndGet();
        if (machines.containsKey(jid) || waiting() >= MOST_WAITING) {
            return;
        }
        String cleaned = XmlText.name(name == null ? MachineRows.account(jid) : name);
        // The id comes with the row; until then nobody needs it.
        if (machines.putIfAbsent(jid, MachineEdits.fresh(0, jid, cleaned, Standing.WAITING, at)) == null) {
            database.writer()
                    .submit(handle -> MachineRows.put(handle, jid, cleaned, Standing.WAITING, Columns.millis(at)))
                    .thenAccept(id -> machines.computeIfPresent(jid, (key, now) -> MachineEdits.withId(now, id)));
        }
    }

    private long waiting() {
        return machines.values().stream()
                .filter(machine -> machine.standing() == Standing.WAITING)
                .count();
    }

    @Override
    public long unknownHeard() {
        return unknownHeard.get();
    }

    @Override
    public void remember(KnownMachine news) {
        changed(machines.computeIfPresent(news.jid(), (jid, before) -> MachineEdits.merge(before, news)));
    }

    @Override
    public void hardware(BareJid jid, String accepted, String other) {
        changed(machines.computeIfPresent(jid, (key, before) -> MachineEdits.with(before, accepted, other)));
    }

    /** @param listener called when who was there last is known no longer: the board must not tell it again */
    void onForgotten(Consumer<BareJid> listener) {
        forgotten.add(listener);
    }

    /** Who was there last. */
    void forgetUsers(Predicate<KnownMachine> which) {
        for (KnownMachine machine : all()) {
            if (machine.lastUser() != null && which.test(machine)) {
                changed(machines.computeIfPresent(machine.jid(), (jid, now) -> MachineEdits.withoutUser(now)));
                forgotten.forEach(listener -> listener.accept(machine.jid()));
            }
        }
    }

    /** At most one write of each machine waits: it takes what is the latest then. */
    private void changed(KnownMachine now) {
        if (now != null && isGone(now) && now.presenceSince() != null) {
            gone.put(now.jid(), now.presenceSince());
        }
        if (now != null && changed.add(now.jid())) {
            database.writer().submit(handle -> write(handle, now.jid())).exceptionally(failure -> {
                changed.remove(now.jid());
                return null;
            });
        }
    }

    private Void write(Handle handle, BareJid jid) {
        changed.remove(jid);
        KnownMachine machine = machines.get(jid);
        if (machine != null) {
            MachineRows.update(handle, machine, gone(jid));
        }
        return null;
    }

    @Override
    public void sheet(BareJid jid, String json, Instant at) {
        if (json.length() > LARGEST_SHEET) {
            throw new IllegalArgumentException("a sheet of " + json.length() + " characters is too long");
        }
        database.writer()
                .submit(handle -> handle.execute(
                        "UPDATE machine SET sheet = ?, sheet_at = ? WHERE jid = ?",
                        json,
                        Columns.millis(at),
                        jid.toString()));
    }

    @Override
    public Optional<String> sheet(BareJid jid) {
        return database.read(
                handle -> handle.createQuery("SELECT sheet FROM machine WHERE jid = :jid AND sheet IS NOT NULL")
                        .bind("jid", jid.toString())
                        .mapTo(String.class)
                        .findOne());
    }
}
