package org.rollcall.central.web.json;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/**
 * A command's answer: {@code columns} with name and type, {@code rows} of texts, numbers or null, and a {@code note}.
 * Written cell by cell: all machines asked are a third of a million rows, for which Gson would look at each cell's class.
 */
final class TableJson extends TypeAdapter<Table> {

    @Override
    public void write(JsonWriter out, Table table) throws IOException {
        out.beginObject();
        out.name("columns").beginArray();
        for (Column column : table.columns()) {
            out.beginObject();
            out.name("name").value(column.name());
            out.name("type").value(column.type().name().toLowerCase(Locale.ROOT));
            out.endObject();
        }
        out.endArray();
        out.name("rows").beginArray();
        for (List<Object> row : table.rows()) {
            out.beginArray();
            for (Object cell : row) {
                cell(out, cell);
            }
            out.endArray();
        }
        out.endArray();
        out.name("note").value(table.note());
        out.endObject();
    }

    private static void cell(JsonWriter out, Object cell) throws IOException {
        if (cell == null) {
            out.nullValue();
        } else if (cell instanceof Long number) {
            out.value(number.longValue());
        } else if (cell instanceof Duration duration) {
            out.value(Json.number(duration));
        } else {
            out.value(cell.toString());
        }
    }

    @Override
    public Table read(JsonReader in) {
        throw new UnsupportedOperationException("tables are only told");
    }
}
