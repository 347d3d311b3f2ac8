package org.rollcall.xmpp.frontend.ask;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.frontend.XmlSize;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.TsvCodec;

/** One command's answer, cut into parts that a server lets pass. */
final class Parts {
    /** Servers close the stream above 256 KiB; this leaves room for what federation adds. */
    static final int LARGEST = 128 * 1024;
    /** Of one row on its own, the header line beside it. */
    private static final int LARGEST_ROW = 120 * 1024;

    /** An attribute: longer ones are refused by the other end. */
    private static final int LONGEST_NOTE = 1000;

    private final String id;
    private final String command;
    private final Instant at;
    private final Table table;

    Parts(String id, String command, Instant at, Table table) {
        this.id = id;
        this.command = command;
        this.at = at.truncatedTo(ChronoUnit.MILLIS);
        this.table = table;
    }

    String id() {
        return id;
    }

    boolean isOf(String name) {
        return command.equals(name);
    }

    boolean has(int row) {
        return row < table.rows().size();
    }

    /** As many rows from there as fit, at least one. */
    Answer from(int first) {
        StringBuilder body = new StringBuilder(TsvCodec.header(table.columns()));
        int size = XmlSize.of(body);
        int row = first;
        while (row < table.rows().size()) {
            String line = line(table.rows().get(row));
            int grown = size + 1 + XmlSize.of(line);
            if (row > first && grown > LARGEST) {
                break;
            }
            body.append('\n').append(line);
            size = grown;
            row++;
        }
        String more = row < table.rows().size() ? new Cursor(id, row).toString() : null;
        return new Answer(command, at, row - first, more, note(), body.toString());
    }

    private String note() {
        return table.note() == null ? null : XmlSize.cut(table.note(), LONGEST_NOTE);
    }

    /** A row that is too large for any stanza has its texts cut. */
    private String line(List<Object> row) {
        String line = TsvCodec.line(table.columns(), row);
        if (XmlSize.of(line) <= LARGEST_ROW) {
            return line;
        }
        // Escaping a tab or a line end makes one byte two.
        int share = LARGEST_ROW / table.columns().size() / 2;
        List<Object> cut = new ArrayList<>(row);
        for (int i = 0; i < cut.size(); i++) {
            if (table.columns().get(i).type() == Column.Type.TEXT && cut.get(i) instanceof String text) {
                cut.set(i, XmlSize.cut(text, share));
            }
        }
        return TsvCodec.line(table.columns(), cut);
    }
}
