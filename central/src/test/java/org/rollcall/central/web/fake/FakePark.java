package org.rollcall.central.web.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rollcall.central.park.Park;
import org.rollcall.central.park.People;
import org.rollcall.central.park.Person;
import org.rollcall.central.park.Place;
import org.rollcall.central.park.Room;

/** Rooms with doors, and people. */
public final class FakePark implements Park, People {
    private final List<Room> rooms = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    public FakePark room(Room room) {
        rooms.add(room);
        return this;
    }

    public FakePark person(Person person) {
        people.add(person);
        return this;
    }

    @Override
    public List<Room> rooms() {
        return List.copyOf(rooms);
    }

    @Override
    public Place placeOf(String machine) {
        return new Place(machine, null, null, null, null, null);
    }

    @Override
    public Set<String> named() {
        return Set.of();
    }

    @Override
    public Optional<Room> room(String name) {
        return rooms.stream().filter(room -> room.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Person> find(String login) {
        return people.stream()
                .filter(person -> person.login().equalsIgnoreCase(login))
                .findFirst();
    }

    @Override
    public List<Person> search(String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return people.stream()
                .filter(person -> person.login().contains(wanted)
                        || person.fullName().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(most)
                .toList();
    }
}
