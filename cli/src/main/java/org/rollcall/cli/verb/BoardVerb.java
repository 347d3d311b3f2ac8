package org.rollcall.cli.verb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.central.command.CentralCommands;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.ask.CentralLine;
import org.rollcall.cli.ask.Confirmation;
import org.rollcall.cli.board.CentralResult;
import org.rollcall.cli.link.SignedIn;
import org.rollcall.cli.output.Format;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.asking.Outcome.Answered;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollcall who A201}, {@code rollcall where marchais} and their like: asked of central. */
@Command
public final class BoardVerb implements Callable<Integer> {
    /** A bare word that is one of these is no value. */
    private static final String ALL = "all";

    private final CentralQuestion question;
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions settingsOptions;

    @Mixin
    private FormatOptions formatOptions;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "option.yes")
    private boolean yes;

    @Parameters(index = "0..*", paramLabel = "NAME=VALUE", descriptionKey = "parameter.central")
    private List<String> words = new ArrayList<>();

    private BoardVerb(CentralQuestion question, Terminal terminal) {
        this.question = question;
        this.terminal = terminal;
    }

    /** Adds one for each question of {@link CentralQuestion#ALL}. */
    public static void addAll(CommandLine rollcall, Terminal terminal) {
        for (CentralQuestion question : CentralQuestion.ALL) {
            rollcall.addSubcommand(question.command(), new BoardVerb(question, terminal));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Format format = formatOptions.format(question.command(), terminal.text("use.tasklist"));
        Map<String, String> arguments = arguments(words, question.first(), terminal);
        if (question.order() && "room".equals(question.first()) && arguments.remove(ALL) != null) {
            arguments.put("room", ALL);
        }
        if (question.needsFirst() && !arguments.containsKey(question.first())) {
            String example = "rollcall " + CentralCommands.TEXTS.example(question.command(), terminal.locale());
            throw new CommandLine.ParameterException(
                    spec.commandLine(), terminal.text("use.first", question.first(), example));
        }
        CliSettings settings = settingsOptions.cli(terminal);
        if (question.order() && !yes) {
            confirm();
        }
        try (SignedIn signedIn = SignedIn.as(settings.xmpp().toLink(-1), terminal)) {
            CentralLine line = new CentralLine(signedIn.connection(), CentralLine.of(settings, terminal), terminal);
            Answered answer = line.ask(question.command(), arguments, question.order(), question.timeout());
            new CentralResult(terminal, format).print(question.command(), arguments, answer, line);
            return question.isWell(answer.table()) ? ExitCode.ALL_ANSWERED : ExitCode.SOME_DID_NOT;
        }
    }

    private void confirm() {
        if (!terminal.canAsk()) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("confirm.script", question.command()));
        }
        Confirmation.ask(
                terminal.text("confirm.central", question.command() + " " + String.join(" ", words)), terminal);
    }

    /** @param first what a bare word is the value of; null: of nothing */
    static Map<String, String> arguments(List<String> words, String first, Terminal terminal) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            boolean bare = equals < 0;
            boolean value = bare
                    && first != null
                    && !arguments.containsKey(first)
                    && (!word.equals(ALL) || first.equals("whom"));
            String name = value ? first : bare ? word : word.substring(0, equals);
            String text = value ? word : bare ? "true" : word.substring(equals + 1);
            if (name.isBlank() || arguments.put(name, text) != null) {
                throw new CliException(ExitCode.BAD_USE, terminal.text("ask.argument", word));
            }
        }
        return arguments;
    }
}
