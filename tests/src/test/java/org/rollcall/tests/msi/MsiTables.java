package org.rollcall.tests.msi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.tests.fixture.Project;
import org.rollcall.tests.fixture.Tool;

/** What stands in an MSI's tables, read by msitools. */
record MsiTables(Path msi) {

    /** The rows of a table, by columns; an empty list when there is no such table. */
    List<Map<String, String>> rows(String table) {
        String names = Tool.run(Project.root(), "msiinfo", "tables", msi.toString());
        if (names.lines().noneMatch(table::equals)) {
            return List.of();
        }
        List<String> lines = Tool.run(Project.root(), "msiinfo", "export", msi.toString(), table)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        String[] columns = lines.get(0).split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        // The second line tells types, the third the key.
        for (String line : lines.subList(3, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], i < cells.length ? cells[i] : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** The value of one cell: of the row whose column {@code key} has {@code value}. */
    String cell(String table, String key, String value, String column) {
        return rows(table).stream()
                .filter(row -> value.equals(row.get(key)))
                .map(row -> row.get(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table + " has no " + value));
    }

    String property(String name) {
        return cell("Property", "Property", name, "Value");
    }

    String summary() {
        return Tool.run(Project.root(), "msiinfo", "suminfo", msi.toString());
    }
}
