package org.rollcall.central.ask;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/**
 * What machines last told of themselves by {@code host}, kept for when they are off. As JSON:
 * {@code {"at": …, "columns": [{"name", "type"}…], "rows": [[…]…]}}, the form of the web's API; what others noted beside
 * it stays.
 */
public final class Sheets {
    static final String COMMAND = "host";

    private final Machines machines;

    public Sheets(Machines machines) {
        this.machines = machines;
    }

    void keep(BareJid machine, Table table, Instant at) {
        JsonArray columns = new JsonArray();
        for (Column column : table.columns()) {
            JsonObject described = new JsonObject();
            described.addProperty("name", column.name());
            described.addProperty("type", column.type().name().toLowerCase(Locale.ROOT));
            columns.add(described);
        }
        JsonArray rows = new JsonArray();
        for (List<Object> row : table.rows()) {
            JsonArray cells = new JsonArray();
            row.forEach(cell -> add(cells, cell));
            rows.add(cells);
        }
        JsonObject sheet = noted(machine);
        sheet.addProperty("at", at.toString());
        sheet.add("columns", columns);
        sheet.add("rows", rows);
        machines.sheet(machine, sheet.toString(), at);
    }

    private JsonObject noted(BareJid machine) {
        try {
            return machines.sheet(machine)
                    .map(json -> JsonParser.parseString(json).getAsJsonObject())
                    .orElseGet(JsonObject::new);
        } catch (JsonParseException | IllegalStateException unreadable) {
            return new JsonObject();
        }
    }

    private static void add(JsonArray cells, Object cell) {
        if (cell == null) {
            cells.add((JsonElement) null);
        } else if (cell instanceof Number number) {
            cells.add(number);
        } else if (cell instanceof Duration duration) {
            cells.add(duration.toMillis() / 1000.0);
        } else {
            cells.add(cell.toString());
        }
    }

    /** One fact's value, such as {@code system}, {@code fast-startup}; empty when it was never told. */
    public Optional<String> fact(BareJid machine, String group, String fact) {
        try {
            return machines.sheet(machine).flatMap(json -> fact(JsonParser.parseString(json), group, fact));
        } catch (JsonParseException | IllegalStateException | ClassCastException | NullPointerException unreadable) {
            // Kept by another version: it is asked anew, and until then unknown.
            return Optional.empty();
        }
    }

    /** The columns of {@code host}: group, fact, value, size. */
    private static Optional<String> fact(JsonElement sheet, String group, String fact) {
        JsonArray rows = sheet.getAsJsonObject().getAsJsonArray("rows");
        for (JsonElement row : rows) {
            JsonArray cells = row.getAsJsonArray();
            if (cells.get(0).getAsString().equals(group)
                    && cells.get(1).getAsString().equals(fact)
                    && !cells.get(2).isJsonNull()) {
                return Optional.of(cells.get(2).getAsString());
            }
        }
        return Optional.empty();
    }
}
