package org.rollcall.central.web.api;

import java.util.List;
import java.util.Optional;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.Viewer;

/** What of the board one viewer may see; the rest does not exist for him. */
final class Seen {
    private Seen() {}

    static List<RoomNow> rooms(BoardView board, Viewer viewer) {
        return board.rooms().stream()
                .filter(room -> viewer.rights().sees(room.name()))
                .toList();
    }

    static List<MachineNow> machines(BoardView board, Viewer viewer) {
        return rooms(board, viewer).stream()
                .flatMap(room -> room.machines().stream())
                .toList();
    }

    /** @throws ApiException not found */
    static RoomNow room(BoardView board, Viewer viewer, String name) {
        return board.room(name)
                .filter(room -> viewer.rights().sees(room.name()))
                .orElseThrow(ApiException::notFound);
    }

    static Optional<MachineNow> find(BoardView board, Viewer viewer, String account) {
        return board.machine(account)
                .filter(machine -> viewer.rights().sees(machine.place().room()));
    }

    /** @throws ApiException not found */
    static MachineNow machine(BoardView board, Viewer viewer, String account) {
        return find(board, viewer, account).orElseThrow(ApiException::notFound);
    }
}
