package org.rollcall.central.park;

/**
 * Where a machine stands.
 *
 * @param machine its account's localpart as people write it, lower case: {@code a201b7}
 * @param room null for a machine that no rule and no file puts into a room
 * @param seat the rest of the name, or the file's word; null when unknown
 * @param row from 1, front to back; null when no plan is known
 * @param column from 1, left to right seen from the back; null when no plan is known
 * @param label what people call it; null: its name
 */
public record Place(String machine, String room, String seat, Integer row, Integer column, String label) {}
