package org.rollcall.cli.output;

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
import org.rollcall.xmpp.command.Table;

/** Prints what machines answered; why others did not goes to standard error, but in JSON into the document. */
public final class Results {
    private static final CommandTexts TEXTS = new CommandTexts(AgentCommands.class);

    private static final String MACHINE = "machine";

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
            case TASKLIST -> new Tasklist(terminal).table(answers, outcomes.size() > 1);
            case TASKLIST_CSV -> new Tasklist(terminal).csv(answers, outcomes.size() > 1);
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
        new TablePrinter(terminal, TEXTS).aligned(withMachine(merged, several));
    }

    /** The machine first, where there are several. */
    private static Table withMachine(MergedTable merged, boolean several) {
        if (!several) {
            return Table.of(
                    merged.columns(),
                    merged.rows().stream().map(MergedTable.Row::cells).toList());
        }
        List<Column> columns = new ArrayList<>(List.of(Column.text(MACHINE)));
        columns.addAll(merged.columns());
        List<List<Object>> rows = new ArrayList<>();
        for (MergedTable.Row row : merged.rows()) {
            List<Object> cells = new ArrayList<>(List.of(row.machine()));
            cells.addAll(row.cells());
            rows.add(cells);
        }
        return Table.of(columns, rows);
    }

    private void delimited(List<Answered> answers, Function<List<?>, String> write, String lineEnd) {
        if (!answers.isEmpty()) {
            new TablePrinter(terminal, TEXTS).delimited(withMachine(MergedTable.of(answers), true), write, lineEnd);
        }
    }
}
