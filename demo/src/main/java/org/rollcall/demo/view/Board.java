package org.rollcall.demo.view;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.text.Messages;

/** Every room, and who sits where in it, now. Not thread-safe. */
final class Board {
    /** Of a larger park only the rooms are shown: what does not fit on a screen is not read. */
    private static final int MOST_SHOWN = 60;

    private final Map<String, Integer> seatsOfRoom = new TreeMap<>();
    private final SortedMap<String, String> roomOfMachine = new TreeMap<>();
    private final Map<String, MachineState> machines = new TreeMap<>();
    private final Messages texts;
    private final Paint paint;
    private final DateTimeFormatter clock;

    Board(List<Seat> seats, Messages texts, Paint paint, ZoneId zone) {
        this.texts = texts;
        this.paint = paint;
        this.clock = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
        for (Seat seat : seats) {
            roomOfMachine.put(seat.machine(), seat.room());
            seatsOfRoom.merge(seat.room(), 1, Integer::sum);
        }
    }

    void put(MachineState state) {
        machines.put(state.name(), state);
    }

    void remove(String machine) {
        machines.remove(machine);
    }

    int size() {
        return machines.size();
    }

    /** A machine of the rooms that somebody is logged on to; the first one, when all are free. */
    String inUse() {
        for (MachineState machine : machines.values()) {
            if (roomOfMachine.containsKey(machine.name()) && !machine.sessions().isEmpty()) {
                return machine.name();
            }
        }
        return roomOfMachine.firstKey();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Integer> room : seatsOfRoom.entrySet()) {
            lines.add(paint.bold(texts.text("room", room.getKey(), text(taken(room.getKey())), text(room.getValue()))));
            if (roomOfMachine.size() <= MOST_SHOWN) {
                machines.values().stream()
                        .filter(machine -> room.getKey().equals(roomOfMachine.get(machine.name())))
                        .forEach(machine -> add(lines, machine));
            }
        }
        lines.add(paint.bold(texts.text("elsewhere")));
        machines.values().stream()
                .filter(machine -> !roomOfMachine.containsKey(machine.name()))
                .forEach(machine -> add(lines, machine));
        return lines;
    }

    private void add(List<String> lines, MachineState machine) {
        String where = String.format("  %-8s %-12s ", machine.name(), machine.ip() == null ? "" : machine.ip());
        if (machine.sessions().isEmpty()) {
            lines.add(paint.dim(where + texts.text("nobody")));
        }
        for (SessionState session : machine.sessions()) {
            String name = session.fullName() == null ? "" : session.fullName();
            String locked = Boolean.TRUE.equals(session.locked()) ? texts.text("locked") : "";
            lines.add((where + String.format("%s  %-20s %-20s ", clock.format(session.since()), session.user(), name))
                            .stripTrailing()
                    + (locked.isEmpty() ? "" : "  " + paint.yellow(locked)));
        }
    }

    private int taken(String room) {
        int taken = 0;
        for (MachineState machine : machines.values()) {
            if (room.equals(roomOfMachine.get(machine.name()))
                    && !machine.sessions().isEmpty()) {
                taken++;
            }
        }
        return taken;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
