package org.rollcall.demo.simulated;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a simulated PC stands and what it is called: A201B7 is seat B7 of room A201.
 *
 * @param row from 1, front to back
 * @param number in its row, from 1
 */
public record Seat(String room, String machine, int row, int number, String ip, String mac) {
    private static final int SEATS_IN_A_ROW = 6;
    /** Two rooms as long as they are not full, then as many as it takes. */
    private static final int SEATS_IN_A_ROOM = 24;

    /** Seats in rooms A201, B105, A202, B106… */
    public static List<Seat> seats(int count) {
        int rooms = Math.max(2, (count + SEATS_IN_A_ROOM - 1) / SEATS_IN_A_ROOM);
        List<Seat> seats = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int room = i % rooms;
            int inRoom = i / rooms;
            String roomName = room % 2 == 0 ? "A" + (201 + room / 2) : "B" + (105 + room / 2);
            int row = 1 + inRoom / SEATS_IN_A_ROW;
            int number = 1 + inRoom % SEATS_IN_A_ROW;
            String ip = "10." + (2 + room / 200) + "." + (room % 200 + 3) + "." + (20 + inRoom);
            String mac = String.format("02:00:5e:%02x:%02x:%02x", room / 256, room % 256, 20 + inRoom);
            seats.add(new Seat(roomName, roomName + name(row, number), row, number, ip, mac));
        }
        return seats;
    }

    /** Of a PC that was put into a room today, behind all others: nobody knows it yet. */
    public static Seat newcomer(String room) {
        return new Seat(room, room + "Z1", 'Z' - 'A' + 1, 1, "10.2.3.99", "02:00:5e:00:00:63");
    }

    /** In its room: B7. */
    public String name() {
        return name(row, number);
    }

    private static String name(int row, int number) {
        return (char) ('A' + row - 1) + String.valueOf(number);
    }
}
