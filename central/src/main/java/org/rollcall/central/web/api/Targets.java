package org.rollcall.central.web.api;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.web.ApiException;
import org.rollcall.central.web.Viewer;

/**
 * Whom an order is for, as the page names them.
 *
 * @param found those that there are and the viewer may see
 * @param missing accounts that are none
 */
record Targets(List<MachineNow> found, List<String> missing) {
    private static final int MOST = 3_000;

    /**
     * @param machines accounts; null when the room is given
     * @param room null when machines are given
     */
    static Targets of(BoardView board, Viewer viewer, List<String> machines, String room) {
        if ((machines == null) == (room == null)) {
            throw ApiException.badRequest("machines, room");
        }
        if (room != null) {
            return new Targets(Seen.room(board, viewer, room).machines(), List.of());
        }
        if (machines.isEmpty() || machines.size() > MOST || machines.contains(null)) {
            throw ApiException.badRequest("machines: 1-" + MOST);
        }
        List<MachineNow> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String account : new LinkedHashSet<>(machines)) {
            Seen.find(board, viewer, account).ifPresentOrElse(found::add, () -> missing.add(account));
        }
        return new Targets(found, missing);
    }
}
