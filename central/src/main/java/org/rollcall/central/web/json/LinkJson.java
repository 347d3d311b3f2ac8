package org.rollcall.central.web.json;

import java.time.Instant;
import org.rollcall.central.board.BoardView;

/** Whether central hears the machines. */
public record LinkJson(boolean up, Instant since) {

    public static LinkJson of(BoardView.LinkNow link) {
        return new LinkJson(link.up(), link.since());
    }
}
