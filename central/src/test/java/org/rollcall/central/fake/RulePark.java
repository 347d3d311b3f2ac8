package org.rollcall.central.fake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.central.park.Park;
import org.rollcall.central.park.Place;
import org.rollcall.central.park.Room;

/** A letter and three digits are the room; what a file would add can be given. */
public record RulePark(List<Room> rooms, Set<String> named) implements Park {

    public RulePark() {
        this(List.of(), Set.of());
    }

    @Override
    public Place placeOf(String machine) {
        boolean inRoom = machine.matches("[a-z]\\d{3}.+");
        return inRoom
                ? new Place(machine, machine.substring(0, 4).toUpperCase(), machine.substring(4), null, null, null)
                : new Place(machine, null, null, null, null, null);
    }

    @Override
    public Optional<Room> room(String name) {
        return rooms.stream().filter(room -> room.name().equals(name)).findFirst();
    }
}
