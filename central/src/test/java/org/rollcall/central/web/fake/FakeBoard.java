package org.rollcall.central.web.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.BoardListener;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;

/** A board that shows what it is told. */
public final class FakeBoard implements BoardView {
    private final Map<BareJid, MachineNow> machines = new LinkedHashMap<>();
    private final List<BoardListener> listeners = new CopyOnWriteArrayList<>();
    private LinkNow link = new LinkNow(true, Instant.parse("2026-11-23T06:00:00Z"));
    private long revision;

    /** Takes the machine as it is, but for the revision. */
    public synchronized MachineNow put(FakeMachine machine) {
        MachineNow now = machine.at(++revision);
        MachineNow before = machines.put(now.jid(), now);
        listeners.forEach(listener -> listener.changed(before, now));
        return now;
    }

    public synchronized void remove(BareJid jid) {
        MachineNow last = machines.remove(jid);
        listeners.forEach(listener -> listener.removed(last));
    }

    public synchronized void link(boolean up, Instant since) {
        link = new LinkNow(up, since);
        listeners.forEach(listener -> listener.linkChanged(link));
    }

    public void reload() {
        listeners.forEach(BoardListener::reloaded);
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public synchronized List<RoomNow> rooms() {
        Map<String, List<MachineNow>> rooms = new LinkedHashMap<>();
        machines.values().stream()
                .sorted(Comparator.comparing(machine -> room(machine).isEmpty() ? "￿" : room(machine)))
                .forEach(machine -> rooms.computeIfAbsent(room(machine), name -> new ArrayList<>())
                        .add(machine));
        List<RoomNow> all = new ArrayList<>();
        rooms.forEach((name, in) -> all.add(new RoomNow(
                name,
                in,
                (int) in.stream().filter(FakeBoard::inUse).count(),
                (int) in.stream()
                        .filter(machine -> machine.condition() == Condition.LOST)
                        .count(),
                null)));
        return all;
    }

    private static boolean inUse(MachineNow machine) {
        return machine.condition().compareTo(Condition.IDLE) <= 0;
    }

    private static String room(MachineNow machine) {
        return machine.place().room() == null ? "" : machine.place().room();
    }

    @Override
    public Optional<RoomNow> room(String name) {
        return rooms().stream()
                .filter(room -> room.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public synchronized List<MachineNow> machines() {
        return List.copyOf(machines.values());
    }

    @Override
    public synchronized Optional<MachineNow> machine(BareJid jid) {
        return Optional.ofNullable(machines.get(jid));
    }

    @Override
    public synchronized Optional<MachineNow> machine(String name) {
        return machines.values().stream()
                .filter(machine -> machine.name().equalsIgnoreCase(name)
                        || machine.place().machine().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public synchronized LinkNow link() {
        return link;
    }

    @Override
    public synchronized long revision() {
        return revision;
    }

    @Override
    public AutoCloseable listen(BoardListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
