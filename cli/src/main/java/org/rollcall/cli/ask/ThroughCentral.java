package org.rollcall.cli.ask;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.text.MachineName;

/**
 * Has central ask machines on the account's behalf: central knows the park, and the account's role in each room, where
 * the machines themselves know neither.
 */
final class ThroughCentral {
    /** So many at a time: their names fit into an argument, and it is seen how far it is. */
    private static final int AT_ONCE = 50;

    /** Central itself gives its answer after 55 s at the latest. */
    private static final Duration PATIENCE = Duration.ofSeconds(65);

    private static final String MACHINE = "machine";
    private static final String UNANSWERED = "unanswered";

    /** What central's own command takes; a machine's argument of that name travels in {@code arguments}. */
    private static final Set<String> OWN = Set.of("whom", "command", "arguments");

    private final CentralLine line;
    private final CliSettings settings;

    ThroughCentral(CentralLine line, CliSettings settings) {
        this.line = line;
        this.settings = settings;
    }

    /** The machines of a room, or all, that the account may see. @param room null: all */
    List<Target> machines(String room) throws InterruptedException {
        Map<String, String> arguments = new LinkedHashMap<>(Map.of("all", "true"));
        if (room != null) {
            arguments.put("room", room);
        }
        Table who = line.ask("who", arguments, false, PATIENCE).table();
        int machine = index(who, MACHINE);
        return who.rows().stream()
                .map(row -> (String) row.get(machine))
                .distinct()
                .map(this::target)
                .toList();
    }

    /** One outcome for each of those that {@link #machines} named. @param progress is told how many are done */
    List<Outcome> ask(Question question, List<Target> targets, IntConsumer progress) throws InterruptedException {
        return ask(question, targets, AT_ONCE, progress);
    }

    /**
     * The same for those whose accounts alone are known: a machine may call itself otherwise in central's table, and so
     * has one of its own.
     */
    List<Outcome> askEach(Question question, List<Target> targets) throws InterruptedException {
        return ask(question, targets, 1, done -> {});
    }

    private List<Outcome> ask(Question question, List<Target> targets, int atOnce, IntConsumer progress)
            throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < targets.size(); from += atOnce) {
            List<Target> some = targets.subList(from, Math.min(from + atOnce, targets.size()));
            Answered answer =
                    line.ask(question.order() ? "order" : "ask", words(question, some), question.order(), PATIENCE);
            some.forEach(target -> outcomes.add(outcome(target, answer, some.size() > 1)));
            progress.accept(outcomes.size());
        }
        return outcomes;
    }

    private static Map<String, String> words(Question question, List<Target> targets) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("whom", targets.stream().map(Target::name).collect(Collectors.joining(",")));
        words.put("command", question.command());
        StringBuilder hidden = new StringBuilder();
        question.arguments().forEach((name, value) -> {
            if (OWN.contains(name)) {
                hidden.append(hidden.isEmpty() ? "" : " ").append(name + "=\"" + value + '"');
            } else {
                words.put(name, value);
            }
        });
        if (!hidden.isEmpty()) {
            words.put("arguments", hidden.toString());
        }
        return words;
    }

    /** Its rows of central's one table, without the two columns around them. */
    private static Outcome outcome(Target target, Answered answer, boolean several) {
        Table table = answer.table();
        // The machine comes first, and last why there is no answer, where one has none.
        int unanswered = index(table, UNANSWERED);
        int end = unanswered < 0 ? table.columns().size() : unanswered;
        List<Column> columns = table.columns().subList(1, end);
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            if (several && !target.name().equalsIgnoreCase((String) row.get(0))) {
                continue;
            }
            if (unanswered >= 0 && row.get(unanswered) != null) {
                return new Unanswered(target, UNANSWERED, (String) row.get(unanswered));
            }
            rows.add(row.subList(1, end));
        }
        return new Answered(target, answer.at(), new Table(columns, rows, note(target, table.note(), several)));
    }

    /** Of several, each one's note stands on a line of its own behind its name. */
    private static String note(Target target, String notes, boolean several) {
        if (notes == null || !several) {
            return notes;
        }
        String prefix = target.name() + ": ";
        return notes.lines()
                .filter(note -> note.regionMatches(true, 0, prefix, 0, prefix.length()))
                .map(note -> note.substring(prefix.length()))
                .findFirst()
                .orElse(null);
    }

    private static int index(Table table, String column) {
        return table.columns().stream().map(Column::name).toList().lastIndexOf(column);
    }

    private Target target(String name) {
        String account = MachineName.localpart(name) + "@" + settings.machineDomain();
        return Target.machine(name, JidCreate.bareFromOrThrowUnchecked(account));
    }
}
