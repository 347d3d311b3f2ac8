package org.rollcall.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rollcall.agent.command.AgentCommands;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.asking.MergedTable;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.CommandTexts;
import org.rollcall.xmpp.table.CellText;
import org.rollcall.xmpp.table.TextTable;

/** Prints what machines answered; why others did not goes to standard error, but in JSON into the document. */
public final class Results {
    private static final CommandTexts TEXTS = new CommandTexts(AgentCommands.class);

    private final Terminal terminal;
    private final Format format;

    public Results(Terminal terminal, Format format) {
        this.terminal = terminal;
        this.format = format;
    }

    public void print(String command, List<Outcome> outcomes) {
        List<Answered> answers = new ArrayList<>();
        List<Unanswered> others = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Answered answer) {
                answers.add(answer);
            } else if (outcome instanceof Unanswered other) {
                others.add(other);
            }
        }
        switch (format) {
            case TEXT -> text(answers, outcomes.size() > 1);
            case JSON -> terminal.out().println(Json.of(JsonDocument.of(command, answers, others)));
            case TSV -> delimited(answers, Delimited::tsv, "\n");
            case CSV -> delimited(answers, Delimited::csv, "\r\n");
        }
        terminal.out().flush();
        if (format != Format.JSON) {
            others.forEach(other -> terminal.err().println(other.target().name() + ": " + other.sentence()));
            terminal.err().flush();
        }
    }

    private void text(List<Answered> answers, boolean several) {
        MergedTable merged = MergedTable.of(answers);
        if (!merged.rows().isEmpty()) {
            table(merged, several);
        }
        for (Answered answer : answers) {
            String note = answer.table().note();
            if (note != null) {
                terminal.out().println(several ? answer.target().name() + ": " + note : note);
            } else if (answer.table().rows().isEmpty()) {
                terminal.out()
                        .println(terminal.text("ask.empty", answer.target().name()));
            }
        }
    }

    private void table(MergedTable merged, boolean several) {
        List<String> titles = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        if (several) {
            titles.add(terminal.text("column.machine"));
            right.add(false);
        }
        for (Column column : merged.columns()) {
            titles.add(TEXTS.column(column.name(), terminal.locale()));
            right.add(column.type() != Column.Type.TEXT && column.type() != Column.Type.TIME);
        }
        CellText cells = new CellText(terminal.locale(), terminal.clock());
        TextTable table = new TextTable(titles, right);
        for (MergedTable.Row row : merged.rows()) {
            List<String> line = new ArrayList<>();
            if (several) {
                line.add(row.machine());
            }
            for (int i = 0; i < row.cells().size(); i++) {
                Column column = merged.columns().get(i);
                Object cell = row.cells().get(i);
                String text = cells.of(column.type(), cell);
                line.add(cell instanceof String ? TEXTS.value(column.name(), text, terminal.locale()) : text);
            }
            table.add(line);
        }
        boolean first = true;
        for (String line : table.lines()) {
            terminal.out().println(first && terminal.colours() ? "\u001B[1m" + line + "\u001B[0m" : line);
            first = false;
        }
    }

    private void delimited(List<Answered> answers, Function<List<?>, String> write, String lineEnd) {
        MergedTable merged = MergedTable.of(answers);
        PrintWriter out = terminal.out();
        if (answers.isEmpty()) {
            return;
        }
        List<Object> header = new ArrayList<>(List.of("machine"));
        merged.columns().forEach(column -> header.add(column.name()));
        out.print(write.apply(header) + lineEnd);
        for (MergedTable.Row row : merged.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add(row.machine());
            cells.addAll(row.cells());
            out.print(write.apply(cells) + lineEnd);
        }
    }
}
