package org.rollcall.central.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.ask.MachineAsker;
import org.rollcall.central.ask.MachineOutcome;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.asking.MergedTable;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;

/** One question to many machines, and the one table of what came back within the time. */
final class FanOut {
    /** What came by then is the answer. */
    static final Duration LONGEST = Duration.ofSeconds(55);

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);

    private final MachineAsker asker;
    private final MachineAsker.Question question;
    private final Map<BareJid, MachineNow> machines = new LinkedHashMap<>();
    private final Consumer<String> progress;

    FanOut(MachineAsker asker, MachineAsker.Question question, List<MachineNow> machines, Consumer<String> progress) {
        this.asker = asker;
        this.question = question;
        machines.forEach(machine -> this.machines.put(machine.jid(), machine));
        this.progress = progress;
    }

    Table run() throws InterruptedException {
        Map<BareJid, MachineOutcome> outcomes = new LinkedHashMap<>();
        BlockingQueue<MachineOutcome> heard = new LinkedBlockingQueue<>();
        CompletableFuture<Void> done = asker.ask(question, machines.keySet(), heard::add);
        long start = System.nanoTime();
        long told = start;
        try {
            while (outcomes.size() < machines.size() && System.nanoTime() - start < LONGEST.toNanos()) {
                MachineOutcome outcome = heard.poll(1, TimeUnit.SECONDS);
                if (outcome != null) {
                    outcomes.put(outcome.machine(), outcome);
                }
                if (System.nanoTime() - told > PROGRESS_EVERY.toNanos()) {
                    told = System.nanoTime();
                    progress.accept(Texts.text(question.locale(), "progress.ask", outcomes.size(), machines.size()));
                }
            }
        } finally {
            done.cancel(false);
        }
        return table(outcomes);
    }

    /** In the order in which they were named; those without an answer have a row that says why. */
    private Table table(Map<BareJid, MachineOutcome> outcomes) {
        List<Answered> answers = new ArrayList<>();
        Map<String, String> unanswered = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (MachineNow machine : machines.values()) {
            MachineOutcome outcome = outcomes.get(machine.jid());
            if (outcome == null || !outcome.answered()) {
                unanswered.put(machine.name(), outcome == null ? late() : outcome.sentence());
            } else {
                answers.add(new Answered(Target.machine(machine.name(), machine.jid()), outcome.at(), outcome.table()));
                if (outcome.table().note() != null) {
                    notes.add(
                            machines.size() == 1
                                    ? outcome.table().note()
                                    : machine.name() + ": " + outcome.table().note());
                }
            }
        }
        if (machines.size() > 1) {
            notes.add(0, Texts.text(question.locale(), "note.ask", answers.size(), machines.size()));
        }
        return new Table(columns(answers, unanswered), rows(answers, unanswered), Sentences.joined(notes));
    }

    private static List<Column> columns(List<Answered> answers, Map<String, String> unanswered) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("machine")));
        columns.addAll(MergedTable.of(answers).columns());
        if (!unanswered.isEmpty()) {
            columns.add(Column.text("unanswered"));
        }
        return columns;
    }

    private static List<List<Object>> rows(List<Answered> answers, Map<String, String> unanswered) {
        MergedTable merged = MergedTable.of(answers);
        List<List<Object>> rows = new ArrayList<>();
        for (MergedTable.Row row : merged.rows()) {
            List<Object> cells = new ArrayList<>(List.of(row.machine()));
            cells.addAll(row.cells());
            if (!unanswered.isEmpty()) {
                cells.add(null);
            }
            rows.add(cells);
        }
        unanswered.forEach((machine, why) -> {
            List<Object> cells = new ArrayList<>(List.of(machine));
            merged.columns().forEach(column -> cells.add(null));
            cells.add(why);
            rows.add(cells);
        });
        return rows;
    }

    private String late() {
        Locale locale = question.locale();
        return Texts.text(locale, "unanswered.late", Long.toString(LONGEST.toSeconds()));
    }
}
