package org.rollcall.central.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jxmpp.jid.BareJid;

/** What stands on the board now, and how it is looked up. Looking takes no lock; whoever changes anything holds it. */
abstract class BoardState implements BoardView {
    final Object lock = new Object();
    final Map<BareJid, Entry> entries = new ConcurrentHashMap<>();
    final Listeners listeners = new Listeners();
    volatile Layout layout = Layout.EMPTY;
    volatile LinkNow link;
    volatile long revision;

    BoardState(LinkNow link) {
        this.link = link;
    }

    @Override
    public List<RoomNow> rooms() {
        return layout.rooms();
    }

    @Override
    public Optional<RoomNow> room(String name) {
        return layout.room(name);
    }

    @Override
    public List<MachineNow> machines() {
        return layout.machines().stream().map(entry -> entry.now).toList();
    }

    @Override
    public Optional<MachineNow> machine(BareJid jid) {
        Entry entry = entries.get(jid.asBareJid());
        return Optional.ofNullable(entry)
                .map(found -> found.now)
                .map(now -> now.stamped(entry.lastHeard, now.revision()));
    }

    @Override
    public Optional<MachineNow> machine(String name) {
        // The account decides: a machine may call itself by another one's name.
        return layout.machine(name)
                .or(() -> entries.values().stream()
                        .filter(entry -> name.equalsIgnoreCase(entry.name))
                        .findFirst())
                .flatMap(entry -> machine(entry.jid));
    }

    @Override
    public LinkNow link() {
        return link;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public AutoCloseable listen(BoardListener listener) {
        // Not in the middle of a change: the first thing heard is wholly after this call.
        synchronized (lock) {
            listeners.add(listener);
        }
        return () -> listeners.remove(listener);
    }
}
