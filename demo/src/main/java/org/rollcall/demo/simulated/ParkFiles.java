package org.rollcall.demo.simulated;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rooms and people as central reads them: what an administrator would write by hand. */
public final class ParkFiles {
    /** So that one can walk through the middle of a row. */
    private static final int AISLE_AFTER = 3;

    private static final int DOOR_COLUMN = 8;

    private ParkFiles() {}

    /** {@code rooms.csv}, with a seat plan: rows A, B, C… from the front, an aisle, a door at the back. */
    public static String rooms(List<Seat> seats) {
        StringBuilder csv = new StringBuilder("machine,room,seat,row,column,label\n");
        Map<String, Integer> lastRow = new TreeMap<>();
        for (Seat seat : seats) {
            int column = seat.number() <= AISLE_AFTER ? seat.number() : seat.number() + 1;
            csv.append(line(seat.machine(), seat.room(), seat.name(), text(seat.row()), text(column), ""));
            lastRow.merge(seat.room(), seat.row(), Math::max);
        }
        lastRow.forEach((room, row) -> csv.append(line("", room, "", text(row), text(DOOR_COLUMN), "door")));
        return csv.toString();
    }

    /** {@code people.csv}. */
    public static String people() {
        StringBuilder csv = new StringBuilder("login,fullname,group,staff\n");
        for (Person person : People.everybody()) {
            csv.append(line(person.login(), person.fullName(), person.group(), person.staff() ? "yes" : "no"));
        }
        return csv.toString();
    }

    private static String line(String... cells) {
        return String.join(",", cells) + "\n";
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
