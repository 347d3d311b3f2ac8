package org.rollcall.central.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.park.Park;
import org.rollcall.central.park.People;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.text.MachineName;

/**
 * The board. It believes what it is told: who may tell it, and who is silent for too long, is the inbox's business.
 * Telling takes the lock. While the link is down nothing that it is told counts.
 */
public final class Board extends BoardState {
    private final Supplier<Park> park;
    private final Supplier<People> people;
    private final Machines machines;
    private final Memory memory;
    private final InstantSource clock;
    private final Set<BareJid> simulated = ConcurrentHashMap.newKeySet();

    private Drawing drawing;

    /** As it was kept, unconfirmed, with the link down. */
    public Board(Supplier<Park> park, Supplier<People> people, Machines machines, InstantSource clock) {
        super(new LinkNow(false, clock.instant()));
        this.park = park;
        this.people = people;
        this.machines = machines;
        this.clock = clock;
        memory = new Memory(machines);
        reload();
    }

    /** Rooms or people were read anew: everything is looked at again. */
    public void reload() {
        synchronized (lock) {
            drawing = new Drawing(park.get(), people.get());
            takeTable();
            Instant now = clock.instant();
            entries.values().forEach(entry -> redraw(entry, now));
            listeners.tell(BoardListener::reloaded);
        }
    }

    /** The table of machines has changed: some came, some went. */
    public void decided() {
        synchronized (lock) {
            takeTable();
        }
    }

    private void takeTable() {
        List<Entry> gone = new ArrayList<>();
        entries.values().removeIf(entry -> !machines.isKnown(entry.jid) && gone.add(entry));
        List<Entry> fresh = new ArrayList<>();
        for (KnownMachine known : machines.all()) {
            if (known.standing() == KnownMachine.Standing.KNOWN && !entries.containsKey(known.jid())) {
                fresh.add(Memory.restored(known));
            }
        }
        Instant now = clock.instant();
        fresh.forEach(entry -> {
            // Drawn before anybody can find it.
            entry.simulated = simulated.contains(entry.jid);
            draw(entry, now);
            entries.put(entry.jid, entry);
        });
        layout = Layout.of(entries.values(), park.get());
        gone.forEach(entry -> {
            revision++;
            listeners.tell(listener -> listener.removed(entry.now));
        });
        fresh.forEach(entry -> listeners.tell(listener -> listener.changed(null, entry.now)));
    }

    public void linkUp() {
        synchronized (lock) {
            if (!link.up()) {
                link = new LinkNow(true, clock.instant());
                listeners.tell(listener -> listener.linkChanged(link));
            }
        }
    }

    /** Nothing is confirmed any more, and nothing else changes. */
    public void linkDown() {
        synchronized (lock) {
            if (!link.up()) {
                return;
            }
            Instant now = clock.instant();
            link = new LinkNow(false, now);
            listeners.tell(listener -> listener.linkChanged(link));
            for (Entry entry : entries.values()) {
                if (entry.presence == Entry.Presence.ON) {
                    entry.unconfirmed = true;
                    redraw(entry, now);
                }
            }
        }
    }

    /**
     * What a machine says of itself.
     *
     * @param state null: it is on, and cannot tell more
     * @param confirmed false when the server may have kept it since before we listened: then a lost machine stays lost
     *     until it {@link #answers}
     */
    public void says(BareJid machine, MachineState state, boolean confirmed) {
        change(machine, (entry, now) -> {
            entry.lastHeard = now;
            boolean stillLost = entry.presence == Entry.Presence.LOST && !confirmed;
            if (stillLost) {
                entry.said = state;
            } else {
                speaks(entry, state, now);
                entry.unconfirmed = !confirmed;
            }
        });
    }

    /** Who calls itself by the name of another machine's account is shown by its own. */
    private void speaks(Entry entry, MachineState state, Instant now) {
        entry.says(state, now);
        String claimed = MachineName.fromLocalpart(MachineName.localpart(entry.name));
        if (!claimed.equals(entry.account) && layout.machine(claimed).isPresent()) {
            entry.name = entry.account.toUpperCase(Locale.ROOT);
        }
    }

    /** Any sign of life, which by itself changes nothing. */
    public void heard(BareJid machine) {
        Entry entry = entries.get(machine);
        if (entry != null && link.up()) {
            entry.lastHeard = clock.instant();
        }
    }

    /** A machine that was unconfirmed or lost, but not signed off, is there as it said last. */
    public void answers(BareJid machine) {
        change(machine, (entry, now) -> {
            entry.lastHeard = now;
            speaks(entry, entry.said, now);
            entry.unconfirmed = false;
        });
    }

    /** It may be gone; it is shown as it was until that is certain. */
    public void doubted(BareJid machine) {
        change(machine, (entry, now) -> entry.unconfirmed = entry.presence == Entry.Presence.ON);
    }

    /** @param since null: since it was last heard */
    public void off(BareJid machine, Instant since) {
        change(machine, (entry, now) -> {
            if (entry.presence != Entry.Presence.OFF) {
                entry.leaves(Entry.Presence.OFF, since);
            }
            entry.unconfirmed = false;
        });
    }

    /** @param since null: since it was last heard */
    public void lost(BareJid machine, Instant since) {
        change(machine, (entry, now) -> {
            if (entry.presence != Entry.Presence.LOST) {
                entry.leaves(Entry.Presence.LOST, since);
                entry.lostAt = now;
            }
            entry.unconfirmed = false;
        });
    }

    /** @param ahead how far its clock is ahead of ours */
    public void clockIs(BareJid machine, Duration ahead) {
        change(machine, (entry, now) -> entry.clockOff = ahead);
    }

    /** Who was there last is known no longer: it was erased, or kept for long enough. */
    public void forgetUser(BareJid machine) {
        synchronized (lock) {
            Entry entry = entries.get(machine);
            if (entry != null) {
                entry.lastUser = null;
                entry.lastUserAt = null;
                redraw(entry, clock.instant());
            }
        }
    }

    /** It is one of the demo's, whether there is a link or not, and whether it is known yet. */
    public void simulated(BareJid machine) {
        synchronized (lock) {
            simulated.add(machine);
            Entry entry = entries.get(machine);
            if (entry != null) {
                entry.simulated = true;
                redraw(entry, clock.instant());
            }
        }
    }

    /** Every sign of life so far on its way to the disk; before central ends. */
    public void keep() {
        synchronized (lock) {
            Instant now = clock.instant();
            entries.values().forEach(entry -> memory.remember(entry, now));
        }
    }

    private interface Change {
        void of(Entry entry, Instant now);
    }

    private void change(BareJid machine, Change change) {
        synchronized (lock) {
            Entry entry = entries.get(machine);
            if (entry != null && link.up()) {
                Instant now = clock.instant();
                change.of(entry, now);
                redraw(entry, now);
                memory.remember(entry, now);
            }
        }
    }

    private void redraw(Entry entry, Instant at) {
        MachineNow before = entry.now;
        if (draw(entry, at)) {
            listeners.tell(listener -> listener.changed(before, entry.now));
        }
    }

    /** Whether it looks different from before. */
    private boolean draw(Entry entry, Instant at) {
        MachineNow drawn = drawing.draw(entry, at);
        boolean different = !drawn.equals(entry.now);
        if (different) {
            entry.now = drawn.stamped(entry.lastHeard, revision + 1);
            revision++;
        }
        return different;
    }
}
