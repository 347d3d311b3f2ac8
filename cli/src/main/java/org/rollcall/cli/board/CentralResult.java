package org.rollcall.cli.board;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.rollcall.central.command.CentralCommands;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.ask.CentralLine;
import org.rollcall.cli.output.Format;
import org.rollcall.cli.output.TablePrinter;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.command.Table;

/** Prints what central answered. */
public final class CentralResult {
    private static final String WHO = "who";
    private static final String EXPORT = "export";

    private final Terminal terminal;
    private final Format format;

    public CentralResult(Terminal terminal, Format format) {
        this.terminal = terminal;
        this.format = format;
    }

    /** @param line on which more can be asked where the picture needs it */
    public void print(String command, Map<String, String> arguments, Answered answer, CentralLine line)
            throws InterruptedException {
        TablePrinter printer = new TablePrinter(terminal, CentralCommands.TEXTS);
        Table table = answer.table();
        if (command.equals(EXPORT) && (format == Format.TEXT || format == Format.JSON)) {
            // It is JSON already, cut into lines: nothing else may stand in the file that it goes to.
            table.rows().forEach(row -> terminal.out().println(row.get(0)));
        } else if (format != Format.TEXT) {
            printer.print(command, answer.at(), table, format);
        } else if (command.equals(WHO)
                && !arguments.containsKey("all")
                && !table.rows().isEmpty()) {
            Table rooms =
                    line.ask("rooms", Map.of(), false, Duration.ofSeconds(12)).table();
            List<String> lines = new RoomBoard(terminal).lines(table, rooms, arguments.containsKey("room"));
            lines.forEach(terminal.out()::println);
            // The first sentence says once more what the headers say; the others are warnings.
            List<String> notes =
                    table.note() == null ? List.of() : table.note().lines().toList();
            int from = arguments.containsKey("room") ? 1 : 0;
            notes.stream().skip(from).forEach(terminal.out()::println);
        } else {
            printer.print(command, answer.at(), table, format);
        }
        terminal.out().flush();
    }
}
