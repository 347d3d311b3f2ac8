package org.rollcall.cli.output;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/**
 * Processes as Windows' {@code tasklist /V} prints them, for scripts and eyes that are used to it. What a service cannot
 * know, the window's title above all, is N/A.
 *
 * @see <a href="https://learn.microsoft.com/windows-server/administration/windows-commands/tasklist">tasklist</a>
 */
final class Tasklist {
    private static final String[] TITLES = {
        "image", "pid", "session-name", "session", "memory", "status", "user", "cpu", "window"
    };
    private static final int[] WIDTHS = {25, 8, 16, 11, 12, 15, 50, 12, 72};
    /** PID, session number, memory and CPU time stand to the right. */
    private static final boolean[] RIGHT = {false, true, false, true, true, false, false, true, false};

    private static final String UNKNOWN = "N/A";

    private final Terminal terminal;

    Tasklist(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Each machine's own table, behind its name where there are several. */
    void table(List<Answered> answers, boolean several) {
        for (Answered answer : answers) {
            terminal.out().println();
            if (several) {
                terminal.out().println(answer.target().name());
            }
            terminal.out().println(line(titles()));
            terminal.out().println(rulers());
            rows(answer.table()).forEach(row -> terminal.out().println(line(row)));
        }
    }

    /** One table, with the machine in front where there are several. */
    void csv(List<Answered> answers, boolean several) {
        List<String> titles = titles();
        if (several) {
            titles.add(0, terminal.text("column.machine"));
        }
        terminal.out().print(quoted(titles));
        for (Answered answer : answers) {
            for (List<String> row : rows(answer.table())) {
                if (several) {
                    row.add(0, answer.target().name());
                }
                terminal.out().print(quoted(row));
            }
        }
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (String title : TITLES) {
            titles.add(terminal.text("tasklist." + title));
        }
        return titles;
    }

    private List<List<String>> rows(Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            List<String> cells = new ArrayList<>();
            for (String title : TITLES) {
                cells.add(cell(title, names, row));
            }
            rows.add(cells);
        }
        return rows;
    }

    private String cell(String title, List<String> names, List<Object> row) {
        return switch (title) {
            case "image" -> text(value("name", names, row));
            case "session-name" -> Long.valueOf(0).equals(value("session", names, row)) ? "Services" : UNKNOWN;
            case "memory" -> value("memory", names, row) instanceof Long bytes ? kilobytes(bytes) : UNKNOWN;
            case "status" -> status(value("status", names, row));
            case "cpu" -> value("cpu", names, row) instanceof Duration cpu ? time(cpu) : UNKNOWN;
            case "window" -> UNKNOWN;
            default -> text(value(title, names, row));
        };
    }

    private static Object value(String column, List<String> names, List<Object> row) {
        int index = names.indexOf(column);
        return index < 0 ? null : row.get(index);
    }

    private static String text(Object value) {
        return value == null ? UNKNOWN : Delimited.plainLine(value.toString());
    }

    private String status(Object status) {
        return terminal.text(
                "running".equals(status) || "suspended".equals(status)
                        ? "tasklist.status." + status
                        : "tasklist.status.unknown");
    }

    /** In the language's grouping, with the blank that every code page has. */
    private String kilobytes(long bytes) {
        String grouped = NumberFormat.getIntegerInstance(terminal.locale())
                .format(bytes / 1024)
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
        return terminal.text("tasklist.kilobytes", grouped);
    }

    private static String time(Duration cpu) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", cpu.toHours(), cpu.toMinutesPart(), cpu.toSecondsPart());
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < WIDTHS.length; i++) {
            String cell = cells.get(i);
            String cut = cell.length() > WIDTHS[i] ? cell.substring(0, WIDTHS[i]) : cell;
            String pad = " ".repeat(WIDTHS[i] - cut.length());
            line.append(i == 0 ? "" : " ").append(RIGHT[i] ? pad + cut : cut + pad);
        }
        return line.toString().stripTrailing();
    }

    private static String rulers() {
        List<String> rulers = new ArrayList<>();
        for (int width : WIDTHS) {
            rulers.add("=".repeat(width));
        }
        return String.join(" ", rulers);
    }

    private static String quoted(List<String> cells) {
        return cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")) + "\r\n";
    }
}
