package org.rollcall.central.web.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.park.Room;
import org.rollcall.xmpp.command.Role;

/**
 * One room now.
 *
 * @param role the viewer's; null in a summary
 * @param machines their JIDs, in the room's order; null in a summary
 * @param plan null without seats, and in a summary
 */
public record RoomJson(
        String name, String role, int total, int inUse, int lost, Instant outage, List<String> machines, Plan plan) {

    public record Plan(int rows, int columns, List<Room.Spot> doors) {}

    /** What changes when machines do. */
    public static RoomJson summary(RoomNow room) {
        return new RoomJson(
                room.name(), null, room.machines().size(), room.inUse(), room.lost(), room.outage(), null, null);
    }

    /** @param settings the room as the park knows it; empty when it is known by the rule alone */
    public static RoomJson whole(RoomNow room, Optional<Room> settings, Role role) {
        return new RoomJson(
                room.name(),
                role.id(),
                room.machines().size(),
                room.inUse(),
                room.lost(),
                room.outage(),
                room.machines().stream()
                        .map(machine -> machine.jid().toString())
                        .toList(),
                plan(room.machines(), settings.map(Room::doors).orElse(List.of())));
    }

    private static Plan plan(List<MachineNow> machines, List<Room.Spot> doors) {
        int rows = 0;
        int columns = 0;
        for (MachineNow machine : machines) {
            if (machine.place().row() != null && machine.place().column() != null) {
                rows = Math.max(rows, machine.place().row());
                columns = Math.max(columns, machine.place().column());
            }
        }
        if (rows == 0) {
            return null;
        }
        for (Room.Spot door : doors) {
            rows = Math.max(rows, door.row());
            columns = Math.max(columns, door.column());
        }
        return new Plan(rows, columns, doors);
    }
}
