package org.rollcall.central.park;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The park as a rooms file and the naming rule tell it; the file's word is the stronger one. */
public final class FilePark implements Park {
    private final ParkRule rule;
    private final List<Room> rooms;
    private final Map<String, Room> byName = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();

    /** @param rooms in order */
    public FilePark(ParkRule rule, List<Room> rooms) {
        this.rule = rule;
        this.rooms = List.copyOf(rooms);
        for (Room room : rooms) {
            byName.put(room.name().toLowerCase(Locale.ROOT), room);
            for (Place place : room.places()) {
                places.put(place.machine(), place);
            }
        }
    }

    /** A machine's name as its account has it: the host name's first label in lower case. */
    static String key(String machine) {
        int dot = machine.indexOf('.');
        return (dot > 0 ? machine.substring(0, dot) : machine).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Room> rooms() {
        return rooms;
    }

    @Override
    public Place placeOf(String machine) {
        String key = key(machine);
        Place place = places.get(key);
        return place != null ? place : byRule(key);
    }

    @Override
    public Set<String> named() {
        return Set.copyOf(places.keySet());
    }

    @Override
    public Optional<Room> room(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    private Place byRule(String machine) {
        ParkRule.Found found = rule.of(machine).orElse(new ParkRule.Found(null, null));
        String room =
                found.room() == null ? null : room(found.room()).map(Room::name).orElse(found.room());
        return new Place(machine, room, found.seat(), null, null, null);
    }
}
