package org.rollcall.xmpp.stanza;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/**
 * A table as lines of tab-separated values: hundreds of rows in one XML element, as servers' cost follows the number
 * of elements (docs/protocol.md has the grammar).
 */
public final class TsvCodec {
    private TsvCodec() {}

    public static String encode(Table table) {
        StringBuilder body = new StringBuilder(header(table.columns()));
        for (List<Object> row : table.rows()) {
            body.append('\n').append(line(table.columns(), row));
        }
        return body.toString();
    }

    /** The first line: each column's name, and its type unless it is text. */
    public static String header(List<Column> columns) {
        StringBuilder line = new StringBuilder();
        for (Column column : columns) {
            line.append(line.isEmpty() ? "" : "\t").append(column.name());
            if (column.type() != Column.Type.TEXT) {
                line.append(':').append(column.type().name().toLowerCase(Locale.ROOT));
            }
        }
        return line.toString();
    }

    public static String line(List<Column> columns, List<Object> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            line.append(i == 0 ? "" : "\t").append(cell(columns.get(i).type(), row.get(i)));
        }
        return line.toString();
    }

    private static String cell(Column.Type type, Object value) {
        if (value == null) {
            return "";
        }
        return switch (type) {
            case TEXT -> TsvText.escape((String) value);
            case COUNT, BYTES -> Long.toString((Long) value);
            case DURATION -> seconds((Duration) value);
            case TIME -> ((Instant) value).truncatedTo(ChronoUnit.MILLIS).toString();
        };
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /** @throws MalformedException naming the line, counted from 1 for the header */
    public static Table decode(String body, String note) throws MalformedException {
        String[] lines = body.split("\n", -1);
        List<Column> columns = columns(lines[0]);
        List<List<Object>> rows = new ArrayList<>(lines.length - 1);
        for (int i = 1; i < lines.length; i++) {
            rows.add(row(columns, lines[i], i + 1));
        }
        return new Table(columns, rows, note);
    }

    private static List<Column> columns(String header) throws MalformedException {
        List<Column> columns = new ArrayList<>();
        for (String cell : header.split("\t", -1)) {
            int colon = cell.indexOf(':');
            String name = colon < 0 ? cell : cell.substring(0, colon);
            if (name.isEmpty()) {
                throw new MalformedException("line 1 of the answer: a column has no name");
            }
            columns.add(new Column(name, colon < 0 ? Column.Type.TEXT : type(cell.substring(colon + 1))));
        }
        return columns;
    }

    /** A type that a newer version invented is shown as it is written. */
    private static Column.Type type(String word) {
        for (Column.Type type : Column.Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        return Column.Type.TEXT;
    }

    private static List<Object> row(List<Column> columns, String line, int number) throws MalformedException {
        String[] cells = line.split("\t", -1);
        if (cells.length != columns.size()) {
            throw new MalformedException(
                    "line " + number + " of the answer: " + cells.length + " cells, " + columns.size() + " columns");
        }
        List<Object> row = new ArrayList<>(cells.length);
        for (int i = 0; i < cells.length; i++) {
            try {
                row.add(value(columns.get(i).type(), cells[i]));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                throw new MalformedException("line " + number + " of the answer: "
                        + columns.get(i).name() + " is not a "
                        + columns.get(i).type().name().toLowerCase(Locale.ROOT));
            }
        }
        return row;
    }

    private static Object value(Column.Type type, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT -> TsvText.unescape(cell);
            case COUNT, BYTES -> Long.valueOf(cell);
            case DURATION -> duration(cell);
            case TIME -> TimeText.parse(cell);
        };
    }

    private static Duration duration(String cell) {
        // A BigDecimal with an exponent such as 1e999999999 would take for ever to make plain.
        if (cell.length() > 24 || cell.indexOf('e') >= 0 || cell.indexOf('E') >= 0) {
            throw new IllegalArgumentException(cell);
        }
        return Duration.ofMillis(new BigDecimal(cell)
                .movePointRight(3)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
