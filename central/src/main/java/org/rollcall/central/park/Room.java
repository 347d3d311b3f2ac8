package org.rollcall.central.park;

import java.util.List;

/**
 * A named set of machines.
 *
 * @param places in the order in which people count them
 * @param doors where the plan shows a door; empty without a plan
 */
public record Room(String name, List<Place> places, List<Spot> doors) {

    /** A square of the seat plan, from 1. */
    public record Spot(int row, int column) {}

    public Room {
        places = List.copyOf(places);
        doors = List.copyOf(doors);
    }
}
