package org.rollcall.cli.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rollcall.central.command.CentralCommands;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.table.CellText;
import org.rollcall.xmpp.table.TextTable;

/**
 * The room board: {@code A201 (13 connections on 23 machines)}, then one line a session: machine, since, address,
 * login, full name, group; and the state where it is not simply in use.
 */
final class RoomBoard {
    private static final List<String> SHOWN =
            List.of("machine", "since", "address", "user", "fullname", "group", "state");

    private final Terminal terminal;
    private final CellText cells;

    RoomBoard(Terminal terminal) {
        this.terminal = terminal;
        cells = new CellText(terminal.locale(), terminal.clock());
    }

    /**
     * @param who the answer to {@code who}
     * @param rooms the answer to {@code rooms}, which counts the machines
     * @param one whether one room was asked for: then also without a connection, else only rooms that have some
     */
    List<String> lines(Table who, Table rooms, boolean one) {
        Map<String, List<List<String>>> byRoom = new LinkedHashMap<>();
        Map<String, Integer> room = index(rooms);
        Map<String, Integer> at = index(who);
        Map<String, List<Object>> counts = new HashMap<>();
        for (List<Object> row : rooms.rows()) {
            counts.put((String) row.get(room.get("room")), row);
        }
        for (List<Object> row : who.rows()) {
            byRoom.computeIfAbsent((String) row.get(at.get("room")), name -> new ArrayList<>())
                    .add(cells(who, at, row));
        }
        List<String> lines = new ArrayList<>();
        byRoom.forEach((name, rows) -> {
            List<Object> count = counts.get(name);
            if (count != null) {
                lines.add(header(name, count.get(room.get("in-use")), count.get(room.get("machines"))));
            }
            lines.addAll(aligned(rows));
            if (!one) {
                lines.add("");
            }
        });
        return lines;
    }

    private String header(String room, Object inUse, Object machines) {
        String line = terminal.text("board.room", room, inUse, machines);
        return terminal.colours() ? "\u001B[1m" + line + "\u001B[0m" : line;
    }

    private List<String> cells(Table table, Map<String, Integer> at, List<Object> row) {
        Function<String, String> cell = name -> {
            int index = at.get(name);
            return cells.of(table.columns().get(index).type(), row.get(index));
        };
        List<String> line = new ArrayList<>();
        SHOWN.forEach(name -> line.add(cell.apply(name)));
        int state = SHOWN.size() - 1;
        String id = line.get(state);
        boolean plain = id.equals("in-use");
        line.set(state, plain ? "" : "(" + CentralCommands.TEXTS.value("state", id, terminal.locale()) + ")");
        return line;
    }

    private List<String> aligned(List<List<String>> rows) {
        TextTable table =
                new TextTable(Collections.nCopies(SHOWN.size(), ""), Collections.nCopies(SHOWN.size(), false));
        rows.forEach(table::add);
        // The original has no titles.
        return table.lines(terminal.columns()).subList(1, rows.size() + 1);
    }

    private static Map<String, Integer> index(Table table) {
        Map<String, Integer> index = new HashMap<>();
        for (Column column : table.columns()) {
            index.put(column.name(), index.size());
        }
        return index;
    }
}
