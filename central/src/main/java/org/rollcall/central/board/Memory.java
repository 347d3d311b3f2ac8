package org.rollcall.central.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;

/** What the board must find again after a restart: told to the store when it has changed, and read at start. */
final class Memory {
    /** How stale the last sign of life on disk may be, as every ping's answer is one. */
    static final Duration LAST_SEEN_WITHIN = Duration.ofMinutes(10);

    private final Machines machines;

    Memory(Machines machines) {
        this.machines = machines;
    }

    static Entry restored(KnownMachine known) {
        Entry entry = new Entry(known.jid(), known.name());
        entry.lastHeard = known.lastSeen();
        entry.version = known.version();
        entry.address = known.address();
        entry.mac = known.mac();
        entry.boot = known.boot();
        entry.lastUser = known.lastUser();
        entry.lastUserAt = known.lastUserAt();
        String presence = known.presence() == null ? "" : known.presence();
        switch (presence) {
            case "on" -> {
                entry.presence = Entry.Presence.ON;
                entry.unconfirmed = true;
            }
            case "off" -> {
                entry.presence = Entry.Presence.OFF;
                entry.since = known.presenceSince();
            }
            case "lost" -> {
                entry.presence = Entry.Presence.LOST;
                entry.since = known.presenceSince();
                entry.lostAt = known.presenceSince();
            }
            default -> entry.presence = Entry.Presence.UNKNOWN;
        }
        return entry;
    }

    /** @param at now */
    void remember(Entry entry, Instant at) {
        machines.find(entry.jid).ifPresent(known -> {
            boolean seen = entry.lastHeard != null
                    && (known.lastSeen() == null
                            || known.lastSeen().plus(LAST_SEEN_WITHIN).isBefore(entry.lastHeard));
            if (seen || differs(entry, known)) {
                machines.remember(new KnownMachine(
                        known.id(),
                        entry.jid,
                        entry.name,
                        known.standing(),
                        known.hardware(),
                        known.otherHardware(),
                        known.firstSeen() == null ? entry.lastHeard : known.firstSeen(),
                        entry.lastHeard,
                        entry.version,
                        entry.address,
                        entry.mac,
                        entry.boot,
                        word(entry),
                        since(entry, known, at),
                        entry.lastUser,
                        entry.lastUserAt));
            }
        });
    }

    private static boolean differs(Entry entry, KnownMachine known) {
        return !word(entry).equals(known.presence())
                || !Objects.equals(entry.name, known.name())
                || changed(entry.version, known.version())
                || changed(entry.address, known.address())
                || changed(entry.mac, known.mac())
                || changed(entry.boot, known.boot())
                || changed(entry.lastUser, known.lastUser())
                || changed(entry.since, known.presenceSince());
    }

    /** What is null stays as it is in the store. */
    private static boolean changed(Object now, Object kept) {
        return now != null && !now.equals(kept);
    }

    private static Instant since(Entry entry, KnownMachine known, Instant at) {
        if (entry.since != null) {
            return entry.since;
        }
        return word(entry).equals(known.presence()) ? known.presenceSince() : at;
    }

    private static String word(Entry entry) {
        return entry.presence.name().toLowerCase(Locale.ROOT);
    }
}
