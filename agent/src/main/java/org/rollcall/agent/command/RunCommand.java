package org.rollcall.agent.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.rollcall.agent.run.Finished;
import org.rollcall.agent.run.ProgramRunner;
import org.rollcall.agent.settings.AgentSettings.Program;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a program that the agent's settings name, as they say, and gives its output. */
final class RunCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final Duration AROUND = Duration.ofSeconds(5);
    private static final List<Column> COLUMNS = List.of(Column.text("part"), Column.text("output"));

    private final Supplier<Map<String, Program>> programs;
    private final ProgramRunner runner;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    RunCommand(Supplier<Map<String, Program>> programs, ProgramRunner runner) {
        this.programs = programs;
        this.runner = runner;
    }

    /** The least role and the longest time that any program asks for; each has its own besides. */
    @Override
    public Signature signature() {
        Map<String, Program> known = programs.get();
        Role least =
                known.values().stream().map(Program::role).min(Role::compareTo).orElse(Role.ADMIN);
        Duration longest = known.values().stream()
                .map(Program::timeout)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        List<String> names = known.keySet().stream().sorted().toList();
        return Signature.order("run", least)
                .taking(new Parameter("program", Parameter.Type.CHOICE, true, names))
                .giving(COLUMNS)
                .within(longest.plus(AROUND));
    }

    @Override
    public Table answer(Request request) throws Refusal, InterruptedException {
        Locale locale = request.locale();
        String name = request.text("program").orElse("");
        Program program = programs.get().get(name);
        if (program == null) {
            throw Texts.refusal(Refusal.Reason.ITEM_NOT_FOUND, locale, "refused.no-such-program", name);
        }
        if (!request.asker().role().covers(program.role())) {
            throw Texts.refusal(
                    Refusal.Reason.FORBIDDEN,
                    locale,
                    "refused.program-role",
                    name,
                    program.role().id());
        }
        String path = program.commandLine().get(0);
        if (!Path.of(path).isAbsolute()) {
            throw Texts.refusal(Refusal.Reason.NOT_ALLOWED, locale, "refused.program-path", name, path);
        }
        if (!running.add(name)) {
            throw Texts.refusal(Refusal.Reason.RESOURCE_CONSTRAINT, locale, "refused.program-runs", name);
        }
        try {
            return table(runner.run(program.commandLine(), program.timeout()), program, locale);
        } catch (IOException e) {
            LOG.warn("The program {} ({}) cannot be started: {}", name, path, e.getMessage());
            throw Texts.refusal(
                    Refusal.Reason.INTERNAL_SERVER_ERROR, locale, "refused.program-start", name, e.getMessage());
        } finally {
            running.remove(name);
        }
    }

    /** One row a line, and last the exit code, or that it was ended. */
    private static Table table(Finished finished, Program program, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        XmlText.clean(finished.output()).lines().forEach(line -> rows.add(List.of("output", line)));
        boolean ended = finished.exitCode() == null;
        rows.add(ended ? List.of("ended", program.timeout().toString()) : List.of("exit", finished.exitCode() + ""));
        String seconds = String.format(locale, "%.1f", finished.took().toMillis() / 1000.0);
        String note = ended
                ? Texts.text(locale, "note.program-ended", seconds)
                : Texts.text(locale, "note.program-exit", Integer.toString(finished.exitCode()), seconds);
        return new Table(COLUMNS, rows, finished.cut() ? note + " " + Texts.text(locale, "note.cut") : note);
    }
}
