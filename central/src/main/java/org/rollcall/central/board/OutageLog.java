package org.rollcall.central.board;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line when a room is lost, and one when it is back, instead of one for each machine. */
public final class OutageLog implements BoardListener {
    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    private final BoardView board;
    private final Set<String> out = new HashSet<>();

    public OutageLog(BoardView board) {
        this.board = board;
    }

    @Override
    public void changed(MachineNow before, MachineNow now) {
        String room = now.place().room();
        boolean concerns = now.condition() == Condition.LOST || room != null && out.contains(room);
        if (concerns && room != null) {
            board.room(room).ifPresent(this::look);
        }
    }

    private void look(RoomNow room) {
        if (room.outage() == null) {
            if (out.remove(room.name())) {
                LOG.info("Room {} is back but for {} machines", room.name(), room.lost());
            }
        } else if (out.add(room.name())) {
            LOG.warn("Room {}: network? Several machines vanished within 10 s, at {}", room.name(), room.outage());
        }
    }
}
