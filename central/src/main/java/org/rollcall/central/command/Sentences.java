package org.rollcall.central.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.RoomNow;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.table.CellText;

/** What is said beneath a table about the whole of it. */
final class Sentences {
    private final BoardView board;
    private final InstantSource clock;
    private final ZoneId zone;

    Sentences(BoardView board, InstantSource clock, ZoneId zone) {
        this.board = board;
        this.clock = clock;
        this.zone = zone;
    }

    /** Rooms whose network seems to be out, and whether central hears anything at all; empty when all is well. */
    private List<String> warnings(List<RoomNow> rooms, Locale locale) {
        List<String> warnings = new ArrayList<>();
        CellText cells = new CellText(locale, clock.withZone(zone));
        for (RoomNow room : rooms) {
            if (room.outage() != null) {
                warnings.add(Texts.text(locale, "note.outage", room.name(), cells.of(Column.Type.TIME, room.outage())));
            }
        }
        BoardView.LinkNow link = board.link();
        if (!link.up()) {
            warnings.add(Texts.text(locale, "note.link", cells.of(Column.Type.TIME, link.since())));
        }
        return warnings;
    }

    /**
     * What stands beneath a table: its summary, then what is wrong with these rooms; null when there is nothing to say.
     *
     * @param summary may be null
     */
    String beneath(List<RoomNow> rooms, Locale locale, String summary) {
        List<String> all = new ArrayList<>();
        if (summary != null) {
            all.add(summary);
        }
        all.addAll(warnings(rooms, locale));
        return joined(all);
    }

    /** Null when there is nothing to say. */
    static String joined(List<String> sentences) {
        return sentences.isEmpty() ? null : String.join("\n", sentences);
    }
}
