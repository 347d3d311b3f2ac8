package org.rollcall.central.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollcall.central.park.NaturalOrder;
import org.rollcall.central.park.Park;
import org.rollcall.central.park.Place;
import org.rollcall.central.park.Room;

/** Which machines stand in which room, in order; made anew when machines come or go, or the park is read again. */
final class Layout {
    static final Layout EMPTY = new Layout(new LinkedHashMap<>(), List.of());

    private final Map<String, List<Entry>> rooms;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Entry> accounts = new HashMap<>();
    private final List<Entry> machines;

    private Layout(Map<String, List<Entry>> rooms, List<Entry> machines) {
        this.rooms = rooms;
        this.machines = machines;
        rooms.keySet().forEach(name -> names.putIfAbsent(key(name), name));
        machines.forEach(entry -> accounts.putIfAbsent(entry.account, entry));
    }

    static Layout of(Collection<Entry> entries, Park park) {
        Map<String, List<Entry>> byRoom = new TreeMap<>(NaturalOrder.INSTANCE);
        Map<String, List<Entry>> rooms = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Place place = park.placeOf(entry.account);
            byRoom.computeIfAbsent(place.room() == null ? "" : place.room(), name -> new ArrayList<>())
                    .add(entry);
        }
        List<Entry> none = byRoom.remove("");
        park.rooms().forEach(room -> rooms.put(room.name(), List.of()));
        byRoom.keySet().forEach(name -> rooms.putIfAbsent(name, List.of()));
        List<Entry> machines = new ArrayList<>();
        Map<String, List<Entry>> inOrder = new LinkedHashMap<>();
        // The park's rooms are by the building's order too; those that only the rule knows take their place among them.
        rooms.keySet().stream().sorted(NaturalOrder.INSTANCE).forEach(name -> {
            List<Entry> here =
                    sorted(byRoom.getOrDefault(name, List.of()), park.room(name).orElse(null));
            inOrder.put(name, here);
            machines.addAll(here);
        });
        if (none != null) {
            inOrder.put("", sorted(none, null));
            machines.addAll(inOrder.get(""));
        }
        return new Layout(inOrder, List.copyOf(machines));
    }

    List<RoomNow> rooms() {
        return rooms.keySet().stream().map(this::now).toList();
    }

    /** @param name in any case */
    Optional<RoomNow> room(String name) {
        return Optional.ofNullable(names.get(key(name))).map(this::now);
    }

    /** @param account in any case */
    Optional<Entry> machine(String account) {
        return Optional.ofNullable(accounts.get(account.toLowerCase(Locale.ROOT)));
    }

    /** Room after room. */
    List<Entry> machines() {
        return machines;
    }

    private RoomNow now(String name) {
        List<MachineNow> here = new ArrayList<>();
        List<Instant> lost = new ArrayList<>();
        int inUse = 0;
        int gone = 0;
        for (Entry entry : rooms.get(name)) {
            MachineNow machine = entry.now;
            here.add(machine);
            switch (machine.condition()) {
                case IN_USE, LOCKED, IDLE -> inUse++;
                case LOST -> {
                    gone++;
                    Instant noticed = entry.lostAt;
                    if (noticed != null) {
                        lost.add(noticed);
                    }
                }
                default -> {
                    // Neither counted as used nor as lost.
                }
            }
        }
        return new RoomNow(name, here, inUse, gone, Outages.since(lost));
    }

    private static List<Entry> sorted(List<Entry> entries, Room room) {
        Map<String, Integer> order = new HashMap<>();
        if (room != null) {
            room.places().forEach(place -> order.put(place.machine(), order.size()));
        }
        Comparator<Entry> byPlace = Comparator.comparing(entry -> order.getOrDefault(entry.account, Integer.MAX_VALUE));
        return entries.stream()
                .sorted(byPlace.thenComparing(entry -> entry.account, NaturalOrder.INSTANCE))
                .toList();
    }

    private static String key(String room) {
        return room.toLowerCase(Locale.ROOT);
    }
}
