package org.rollcall.central.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.KnownMachine.Standing;
import org.rollcall.central.store.Machines;

/** The table of machines, in memory. */
public final class FakeMachines implements Machines {
    private final Map<BareJid, KnownMachine> table = new LinkedHashMap<>();
    private final Map<BareJid, String> sheets = new LinkedHashMap<>();
    private int remembered;
    private long unknown;

    /** Accounts at {@code iut.rdz} that are known from the beginning. */
    public static FakeMachines of(String... accounts) {
        FakeMachines machines = new FakeMachines();
        for (String account : accounts) {
            machines.approve(JidCreate.bareFromOrThrowUnchecked(account + "@iut.rdz"), account);
        }
        return machines;
    }

    public List<KnownMachine> standing(Standing standing) {
        return table.values().stream()
                .filter(machine -> machine.standing() == standing)
                .toList();
    }

    /** How often something was written. */
    public int remembered() {
        return remembered;
    }

    @Override
    public Optional<KnownMachine> find(BareJid jid) {
        return Optional.ofNullable(table.get(jid));
    }

    @Override
    public Collection<KnownMachine> all() {
        return new ArrayList<>(table.values());
    }

    @Override
    public void approve(BareJid jid, String name) {
        put(jid, name, Standing.KNOWN);
    }

    @Override
    public void refuse(BareJid jid) {
        put(jid, jid.toString(), Standing.REFUSED);
    }

    @Override
    public void remove(BareJid jid) {
        table.remove(jid);
    }

    @Override
    public boolean rename(BareJid from, BareJid to, String name) {
        KnownMachine old = table.remove(from);
        if (old == null) {
            return false;
        }
        put(to, name, Standing.KNOWN);
        hardware(to, old.hardware(), old.otherHardware());
        return true;
    }

    @Override
    public void heardUnknown(BareJid jid, String name, Instant at) {
        unknown++;
        if (!table.containsKey(jid)) {
            put(jid, name, Standing.WAITING);
        }
    }

    @Override
    public long unknownHeard() {
        return unknown;
    }

    @Override
    public void remember(KnownMachine now) {
        remembered++;
        KnownMachine old = table.get(now.jid());
        table.put(
                now.jid(),
                new KnownMachine(
                        old.id(),
                        old.jid(),
                        or(now.name(), old.name()),
                        old.standing(),
                        old.hardware(),
                        old.otherHardware(),
                        or(now.firstSeen(), old.firstSeen()),
                        or(now.lastSeen(), old.lastSeen()),
                        or(now.version(), old.version()),
                        or(now.address(), old.address()),
                        or(now.mac(), old.mac()),
                        or(now.boot(), old.boot()),
                        or(now.presence(), old.presence()),
                        or(now.presenceSince(), old.presenceSince()),
                        or(now.lastUser(), old.lastUser()),
                        or(now.lastUserAt(), old.lastUserAt())));
    }

    @Override
    public void hardware(BareJid jid, String accepted, String other) {
        KnownMachine old = table.get(jid);
        table.put(
                jid,
                new KnownMachine(
                        old.id(),
                        jid,
                        old.name(),
                        old.standing(),
                        accepted,
                        other,
                        old.firstSeen(),
                        old.lastSeen(),
                        old.version(),
                        old.address(),
                        old.mac(),
                        old.boot(),
                        old.presence(),
                        old.presenceSince(),
                        old.lastUser(),
                        old.lastUserAt()));
    }

    @Override
    public void sheet(BareJid jid, String json, Instant at) {
        sheets.put(jid, json);
    }

    @Override
    public Optional<String> sheet(BareJid jid) {
        return Optional.ofNullable(sheets.get(jid));
    }

    private void put(BareJid jid, String name, Standing standing) {
        table.put(
                jid,
                new KnownMachine(
                        table.size() + 1,
                        jid,
                        name,
                        standing,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "unknown",
                        null,
                        null,
                        null));
    }

    private static <T> T or(T now, T old) {
        return now == null ? old : now;
    }
}
