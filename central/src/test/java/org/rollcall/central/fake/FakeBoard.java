package org.rollcall.central.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.BoardListener;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.Condition;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.board.SessionNow;
import org.rollcall.central.park.Place;

/** A board that a test fills. */
public final class FakeBoard implements BoardView {
    public static final Instant NOW = Instant.parse("2026-11-22T13:09:56Z");

    private final Map<BareJid, MachineNow> machines = new LinkedHashMap<>();
    private final List<BoardListener> listeners = new ArrayList<>();
    public Instant outage;
    public LinkNow link = new LinkNow(true, NOW.minus(Duration.ofHours(7)));
    private long revision;

    public static BareJid jid(String account) {
        return JidCreate.bareFromOrThrowUnchecked(account + "@iut.rdz");
    }

    public static SessionNow session(String user, String fullName, String group, boolean staff) {
        return new SessionNow(
                1,
                "uid-" + user,
                user,
                "IUT",
                fullName,
                group,
                staff,
                "active",
                "console",
                NOW.minus(Duration.ofHours(1)),
                false,
                null,
                null);
    }

    /** @param room null for none */
    public FakeBoard put(String account, String room, Condition condition, SessionNow... sessions) {
        return put(machine(account, room, condition, ++revision, sessions));
    }

    public FakeBoard put(MachineNow machine) {
        MachineNow before = machines.put(machine.jid(), machine);
        List.copyOf(listeners).forEach(listener -> listener.changed(before, machine));
        return this;
    }

    public static MachineNow machine(
            String account, String room, Condition condition, long revision, SessionNow... sessions) {
        return new MachineNow(
                jid(account),
                account.toUpperCase(Locale.ROOT),
                new Place(account, room, null, null, null, null),
                condition,
                NOW.minus(Duration.ofMinutes(revision)),
                false,
                Arrays.asList(sessions),
                0,
                "10.2.3." + revision,
                null,
                "00:11:22:33:44:5" + revision % 10,
                "1.0.0",
                null,
                null,
                null,
                null,
                NOW,
                null,
                false,
                revision);
    }

    @Override
    public List<RoomNow> rooms() {
        Map<String, List<MachineNow>> byRoom = new LinkedHashMap<>();
        for (MachineNow machine : machines.values()) {
            String room = machine.place().room() == null ? "" : machine.place().room();
            byRoom.computeIfAbsent(room, name -> new ArrayList<>()).add(machine);
        }
        return byRoom.entrySet().stream()
                .map(room -> new RoomNow(
                        room.getKey(),
                        room.getValue(),
                        (int) room.getValue().stream()
                                .filter(machine -> machine.condition().compareTo(Condition.LEFT) < 0)
                                .count(),
                        (int) room.getValue().stream()
                                .filter(machine -> machine.condition() == Condition.LOST)
                                .count(),
                        outage))
                .toList();
    }

    @Override
    public Optional<RoomNow> room(String name) {
        return rooms().stream().filter(room -> room.name().equals(name)).findFirst();
    }

    @Override
    public List<MachineNow> machines() {
        return List.copyOf(machines.values());
    }

    @Override
    public Optional<MachineNow> machine(BareJid jid) {
        return Optional.ofNullable(machines.get(jid));
    }

    @Override
    public Optional<MachineNow> machine(String name) {
        return machines.values().stream()
                .filter(machine -> machine.name().equalsIgnoreCase(name))
                .findFirst();
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
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
