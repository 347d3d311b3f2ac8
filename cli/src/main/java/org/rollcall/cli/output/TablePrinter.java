package org.rollcall.cli.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.table.CellText;
import org.rollcall.xmpp.table.TextTable;

/** Prints one table in each of the formats. */
public final class TablePrinter {
    private final Terminal terminal;
    private final CommandTexts texts;

    /** @param texts titles and known words of the program that answered */
    public TablePrinter(Terminal terminal, CommandTexts texts) {
        this.terminal = terminal;
        this.texts = texts;
    }

    public void print(String command, Instant at, Table table, Format format) {
        switch (format) {
            case TEXT, TASKLIST, TASKLIST_CSV -> text(table);
            case JSON -> terminal.out().println(Json.of(document(command, at, table)));
            case TSV -> delimited(table, Delimited::tsv, "\n");
            case CSV -> delimited(table, Delimited::csv, "\r\n");
        }
    }

    private void text(Table table) {
        if (!table.rows().isEmpty()) {
            aligned(table);
        }
        if (table.note() != null) {
            terminal.out().println(table.note());
        } else if (table.rows().isEmpty()) {
            terminal.out().println(terminal.text("board.empty"));
        }
    }

    /** Titles, then rows. */
    void aligned(Table table) {
        List<String> titles = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Column column : table.columns()) {
            titles.add(texts.column(column.name(), terminal.locale()));
            right.add(column.type() != Column.Type.TEXT && column.type() != Column.Type.TIME);
        }
        CellText cells = new CellText(terminal.locale(), terminal.clock());
        TextTable aligned = new TextTable(titles, right);
        for (List<Object> row : table.rows()) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Column column = table.columns().get(i);
                String text = cells.of(column.type(), row.get(i));
                line.add(row.get(i) instanceof String ? texts.value(column.name(), text, terminal.locale()) : text);
            }
            aligned.add(line);
        }
        boolean first = true;
        for (String line : aligned.lines(terminal.columns())) {
            terminal.out().println(first && terminal.colours() ? "\u001B[1m" + line + "\u001B[0m" : line);
            first = false;
        }
    }

    private static Map<String, Object> document(String command, Instant at, Table table) {
        List<Object> rows = new ArrayList<>();
        for (List<Object> cells : table.rows()) {
            rows.add(row(table.columns(), cells));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", command);
        document.put("at", at);
        document.put("note", table.note());
        document.put("rows", rows);
        return document;
    }

    /** A row by its columns' names, for JSON. */
    public static Map<String, Object> row(List<Column> columns, List<Object> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i).name(), cells.get(i));
        }
        return row;
    }

    void delimited(Table table, Function<List<?>, String> write, String lineEnd) {
        terminal.out()
                .print(write.apply(table.columns().stream().map(Column::name).toList()) + lineEnd);
        table.rows().forEach(row -> terminal.out().print(write.apply(row) + lineEnd));
    }
}
