package org.rollcall.xmpp.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A command's answer: typed columns and rows of as many cells (see {@link Column.Type} for their Java types).
 *
 * @param note one sentence for people about the whole answer, in the asker's language; null for none
 */
public record Table(List<Column> columns, List<List<Object>> rows, String note) {

    public Table {
        columns = List.copyOf(columns);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells, the table " + columns.size() + " columns");
            }
        }
        // Cells may be null, which List.copyOf refuses.
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    public static Table of(List<Column> columns, List<List<Object>> rows) {
        return new Table(columns, rows, null);
    }
}
