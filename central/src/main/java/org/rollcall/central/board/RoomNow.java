package org.rollcall.central.board;

import java.time.Instant;
import java.util.List;

/**
 * One room now.
 *
 * @param machines in the room's order
 * @param inUse machines where somebody is logged on and active, locked or idle
 * @param outage since when several of its machines are lost together, so that the network is likelier than the
 *     machines; null when it is not so
 */
public record RoomNow(String name, List<MachineNow> machines, int inUse, int lost, Instant outage) {

    public RoomNow {
        machines = List.copyOf(machines);
    }
}
