package org.rollcall.agent.command.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.xmpp.command.Table;

/** A table's cells by column name; a column that is missing is as good as unknown. */
final class Cells {
    private final Map<String, Integer> places = new HashMap<>();
    private List<Object> row = List.of();

    Cells(Table table) {
        for (int i = 0; i < table.columns().size(); i++) {
            places.put(table.columns().get(i).name(), i);
        }
    }

    Cells row(List<Object> cells) {
        row = cells;
        return this;
    }

    /** Null when unknown. */
    <T> T get(String column, Class<T> type) {
        Integer place = places.get(column);
        return place == null ? null : type.cast(row.get(place));
    }

    String text(String column, String otherwise) {
        Object value = get(column, Object.class);
        return value == null ? otherwise : value.toString();
    }
}
