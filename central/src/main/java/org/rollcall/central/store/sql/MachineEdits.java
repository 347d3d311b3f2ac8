package org.rollcall.central.store.sql;

import java.time.Instant;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.KnownMachine.Standing;
import org.rollcall.xmpp.text.XmlText;

/** A known machine with something changed. */
final class MachineEdits {
    private MachineEdits() {}

    static KnownMachine fresh(long id, BareJid jid, String name, Standing standing, Instant seen) {
        return new KnownMachine(
                id, jid, name, standing, null, null, seen, seen, null, null, null, null, "unknown", null, null, null);
    }

    static KnownMachine withId(KnownMachine m, long id) {
        return merge(m, id, m.name(), m.standing(), m);
    }

    static KnownMachine with(KnownMachine m, String name, Standing standing) {
        return merge(m, m.id(), name, standing, m);
    }

    static KnownMachine with(KnownMachine m, String hardware, String otherHardware) {
        return copy(m, m.id(), m.name(), m.standing(), hardware, otherHardware, m);
    }

    static KnownMachine renamed(KnownMachine m, BareJid jid, String name) {
        return replaced(m, jid, name, m.lastUser(), m.lastUserAt());
    }

    static KnownMachine withoutUser(KnownMachine m) {
        return replaced(m, m.jid(), m.name(), null, null);
    }

    /** The standing and the hardware are people's to change, not the machine's. */
    static KnownMachine merge(KnownMachine before, KnownMachine news) {
        return merge(before, before.id(), or(XmlText.name(news.name()), before.name()), before.standing(), news);
    }

    private static KnownMachine merge(KnownMachine before, long id, String name, Standing standing, KnownMachine news) {
        return copy(before, id, name, standing, before.hardware(), before.otherHardware(), news);
    }

    private static KnownMachine copy(
            KnownMachine before,
            long id,
            String name,
            Standing standing,
            String hardware,
            String otherHardware,
            KnownMachine news) {
        return new KnownMachine(
                id,
                before.jid(),
                name,
                standing,
                hardware,
                otherHardware,
                or(before.firstSeen(), news.firstSeen()),
                or(news.lastSeen(), before.lastSeen()),
                or(news.version(), before.version()),
                or(news.address(), before.address()),
                or(news.mac(), before.mac()),
                or(news.boot(), before.boot()),
                or(news.presence(), before.presence()),
                or(news.presenceSince(), before.presenceSince()),
                or(news.lastUser(), before.lastUser()),
                or(news.lastUserAt(), before.lastUserAt()));
    }

    private static KnownMachine replaced(
            KnownMachine m, BareJid jid, String name, String lastUser, Instant lastUserAt) {
        return new KnownMachine(
                m.id(),
                jid,
                name,
                m.standing(),
                m.hardware(),
                m.otherHardware(),
                m.firstSeen(),
                m.lastSeen(),
                m.version(),
                m.address(),
                m.mac(),
                m.boot(),
                m.presence(),
                m.presenceSince(),
                lastUser,
                lastUserAt);
    }

    private static <T> T or(T first, T second) {
        return first != null ? first : second;
    }
}
