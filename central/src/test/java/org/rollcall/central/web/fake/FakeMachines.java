package org.rollcall.central.web.fake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;

/** A table of machines in memory. */
public final class FakeMachines implements Machines {
    private final Map<BareJid, KnownMachine> all = new ConcurrentHashMap<>();
    private final Map<BareJid, String> sheets = new ConcurrentHashMap<>();

    public void put(BareJid jid, String name, KnownMachine.Standing standing, String otherHardware) {
        Instant seen = Instant.parse("2026-11-20T08:00:00Z");
        all.put(
                jid,
                new KnownMachine(
                        all.size(),
                        jid,
                        name,
                        standing,
                        "h1",
                        otherHardware,
                        seen,
                        seen,
                        "1.0.0",
                        "10.2.9.9",
                        null,
                        null,
                        "on",
                        seen,
                        null,
                        null));
    }

    private void stand(BareJid jid, KnownMachine.Standing standing) {
        put(jid, all.get(jid).name(), standing, all.get(jid).otherHardware());
    }

    @Override
    public Optional<KnownMachine> find(BareJid jid) {
        return Optional.ofNullable(all.get(jid));
    }

    @Override
    public Collection<KnownMachine> all() {
        return List.copyOf(all.values());
    }

    @Override
    public void approve(BareJid jid, String name) {
        KnownMachine before = all.get(jid);
        put(jid, name, KnownMachine.Standing.KNOWN, before == null ? null : before.otherHardware());
    }

    @Override
    public void refuse(BareJid jid) {
        stand(jid, KnownMachine.Standing.REFUSED);
    }

    @Override
    public void remove(BareJid jid) {
        all.remove(jid);
    }

    @Override
    public boolean rename(BareJid from, BareJid to, String name) {
        return false;
    }

    @Override
    public void heardUnknown(BareJid jid, String name, Instant at) {
        put(jid, name, KnownMachine.Standing.WAITING, null);
    }

    @Override
    public long unknownHeard() {
        return 17;
    }

    @Override
    public void remember(KnownMachine machine) {
        all.put(machine.jid(), machine);
    }

    @Override
    public void hardware(BareJid jid, String accepted, String other) {
        put(jid, all.get(jid).name(), all.get(jid).standing(), other);
    }

    @Override
    public void sheet(BareJid jid, String json, Instant at) {
        sheets.put(jid, json);
    }

    @Override
    public Optional<String> sheet(BareJid jid) {
        return Optional.ofNullable(sheets.get(jid));
    }
}
