package org.rollcall.xmpp.asking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.command.Column;

/** Several machines' answers as one table; agents of neighbouring versions may differ in columns, matched by name. */
public record MergedTable(List<Column> columns, List<Row> rows) {

    /** One row and whose it is. */
    public record Row(String machine, List<Object> cells) {}

    public static MergedTable of(List<Answered> answers) {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Answered answer : answers) {
            answer.table().columns().forEach(column -> columns.putIfAbsent(column.name(), column));
        }
        List<Row> rows = new ArrayList<>();
        for (Answered answer : answers) {
            for (List<Object> cells : answer.table().rows()) {
                rows.add(new Row(answer.target().name(), placed(answer, cells, columns)));
            }
        }
        return new MergedTable(List.copyOf(columns.values()), rows);
    }

    private static List<Object> placed(Answered answer, List<Object> cells, Map<String, Column> columns) {
        List<Column> own = answer.table().columns();
        List<Object> placed = new ArrayList<>();
        for (Column column : columns.values()) {
            Object value = null;
            for (int i = 0; i < own.size(); i++) {
                if (own.get(i).name().equals(column.name())) {
                    // Of another type here than there: shown, but as text it must then be for both.
                    value = own.get(i).type() == column.type() ? cells.get(i) : null;
                }
            }
            placed.add(value);
        }
        return placed;
    }
}
