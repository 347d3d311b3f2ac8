package org.rollcall.xmpp.frontend.chat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.table.CellText;
import org.rollcall.xmpp.table.TextTable;

/** A table as chat shows it: titles and known words in the asker's language, a dash for what is unknown. */
final class ChatTable {
    /** A cell longer than that would push all others off the screen. */
    private static final int WIDEST = 60;

    private final CommandTexts texts;
    private final Locale locale;
    private final CellText cells;

    ChatTable(CommandTexts texts, Locale locale, Clock clock) {
        this.texts = texts;
        this.locale = locale;
        cells = new CellText(locale, clock);
    }

    /** The title line, then one line a row; a single column is neither padded nor cut, as it holds a log or a text. */
    List<String> lines(Table table) {
        if (table.columns().size() == 1) {
            Column column = table.columns().get(0);
            List<String> lines = new ArrayList<>();
            lines.add(texts.column(column.name(), locale));
            table.rows().forEach(row -> lines.add(cell(column, row.get(0))));
            return lines;
        }
        TextTable aligned = new TextTable(
                table.columns().stream()
                        .map(column -> texts.column(column.name(), locale))
                        .toList(),
                table.columns().stream().map(ChatTable::isNumber).toList());
        for (List<Object> row : table.rows()) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                line.add(cut(cell(table.columns().get(i), row.get(i))));
            }
            aligned.add(line);
        }
        return aligned.lines();
    }

    private static boolean isNumber(Column column) {
        return column.type() != Column.Type.TEXT && column.type() != Column.Type.TIME;
    }

    private String cell(Column column, Object value) {
        if (value == null) {
            return "-";
        }
        String text = cells.of(column.type(), value);
        return column.type() == Column.Type.TEXT ? texts.value(column.name(), text, locale) : text;
    }

    private static String cut(String cell) {
        return cell.codePointCount(0, cell.length()) <= WIDEST
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}
