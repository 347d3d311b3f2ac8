package org.rollcall.central.web.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/** A command's answer; cells are texts, numbers or null. */
public record TableJson(List<ColumnJson> columns, List<List<Object>> rows, String note) {

    public record ColumnJson(String name, String type) {
        static ColumnJson of(Column column) {
            return new ColumnJson(column.name(), column.type().name().toLowerCase(Locale.ROOT));
        }
    }

    public static TableJson of(Table table) {
        List<List<Object>> rows = new ArrayList<>(table.rows().size());
        for (List<Object> row : table.rows()) {
            List<Object> cells = new ArrayList<>(row.size());
            for (Object cell : row) {
                cells.add(cell(cell));
            }
            rows.add(cells);
        }
        return new TableJson(table.columns().stream().map(ColumnJson::of).toList(), rows, table.note());
    }

    private static Object cell(Object cell) {
        if (cell instanceof Duration duration) {
            return Json.number(duration);
        }
        return cell instanceof Instant instant ? instant.toString() : cell;
    }
}
