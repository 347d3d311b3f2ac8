package org.rollcall.central.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jxmpp.jid.BareJid;

/** The table of machines: whom central believes. Reading is from memory; writing is queued and soon on disk. */
public interface Machines {

    Optional<KnownMachine> find(BareJid jid);

    Collection<KnownMachine> all();

    default boolean isKnown(BareJid jid) {
        return find(jid)
                .filter(machine -> machine.standing() == KnownMachine.Standing.KNOWN)
                .isPresent();
    }

    /** Makes it known; a person's decision, or the rooms file's. */
    void approve(BareJid jid, String name);

    void refuse(BareJid jid);

    /** Forgets a machine that waits or was refused; history of a known one is kept under its name. */
    void remove(BareJid jid);

    /**
     * The same computer under another name: its history, hardware and sheet go along, and its old name is forgotten.
     *
     * @param name as the machine writes it
     * @return false when nothing was done: the old name is not known, or the new one has a history of its own
     */
    boolean rename(BareJid from, BareJid to, String name);

    /**
     * Somebody who is no known machine has spoken as one. At most 1,000 wait; beyond it new ones are only counted.
     *
     * @param name what it calls itself
     */
    void heardUnknown(BareJid jid, String name, Instant at);

    /** How many stanzas came from accounts that are no machines, since the start. */
    long unknownHeard();

    /** Keeps what the board must find again after a restart. Fields that are null stay as they are; id, standing, hardware too. */
    void remember(KnownMachine machine);

    /** What {@link #remember} leaves alone: both as given, null for none. A person's acceptance is {@code (jid, other, null)}. */
    void hardware(BareJid jid, String accepted, String other);

    /** The latest hardware sheet, as the machine's {@code host} command told it, JSON. */
    void sheet(BareJid jid, String json, Instant at);

    Optional<String> sheet(BareJid jid);
}
