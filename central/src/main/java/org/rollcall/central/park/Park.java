package org.rollcall.central.park;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All rooms, as they stand in the settings now: a snapshot, never changed once made. */
public interface Park {

    /** By the building's order: names sorted, numbers in them as numbers. Rooms known by the rule alone are not here. */
    List<Room> rooms();

    /** @param machine an account's localpart, unescaped; never null in what comes back, but its room may be */
    Place placeOf(String machine);

    /** The machines that the rooms file names: central believes them without a person's approval. */
    Set<String> named();

    Optional<Room> room(String name);
}
