package org.rollcall.cli.verb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.ask.Asked;
import org.rollcall.cli.ask.Confirmation;
import org.rollcall.cli.ask.Progress;
import org.rollcall.cli.ask.Whom;
import org.rollcall.cli.link.SignedIn;
import org.rollcall.cli.output.Format;
import org.rollcall.cli.output.Results;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.asking.MachineCommand;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Target;
import org.rollcall.xmpp.text.Durations;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code ask} and its short forms share: from the words typed to the exit code. */
final class AskOptions {
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    @Mixin
    private SettingsOptions settingsOptions;

    @Mixin
    private FormatOptions formatOptions;

    @Option(names = "--timeout", paramLabel = "TIME", descriptionKey = "option.timeout")
    private String timeout;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "option.yes")
    private boolean yes;

    int ask(String whomText, MachineCommand form, List<String> words, Terminal terminal) throws InterruptedException {
        Format format = formatOptions.format(form.name(), terminal.text("use.tasklist"));
        Question question = new Question(
                form.name(), arguments(words, terminal), form.changes(), time(form, terminal), terminal.locale(), null);
        if (form.changes() && !yes && !terminal.canAsk()) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("confirm.script", form.name()));
        }
        CliSettings settings = settingsOptions.cli(terminal);
        Whom whom = Whom.parse(whomText, settings, terminal);
        List<Outcome> outcomes;
        try (SignedIn signedIn = SignedIn.as(settings.xmpp().toLink(-1), terminal)) {
            Asked asked = new Asked(signedIn.connection(), whom, settings, terminal);
            List<Target> targets = asked.targets();
            if (form.changes() && !yes) {
                Confirmation.of(question, targets, terminal);
            }
            Progress progress = new Progress(terminal, targets.size());
            outcomes = asked.ask(question, targets, progress::done);
        }
        new Results(terminal, format).print(form.name(), outcomes);
        int answered =
                (int) outcomes.stream().filter(Answered.class::isInstance).count();
        return ExitCode.of(answered, outcomes.size());
    }

    private static Map<String, String> arguments(List<String> words, Terminal terminal) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            // A flag's bare name means true, as in chat.
            String value = equals < 0 ? "true" : word.substring(equals + 1);
            if (name.isBlank() || arguments.put(name, value) != null) {
                throw new CliException(ExitCode.BAD_USE, terminal.text("ask.argument", word));
            }
        }
        return arguments;
    }

    private Duration time(MachineCommand form, Terminal terminal) {
        if (timeout == null) {
            return form.timeout();
        }
        return Durations.parse(timeout)
                .filter(d -> !d.isZero() && d.compareTo(LONGEST_TIMEOUT) <= 0)
                .orElseThrow(() -> new CliException(ExitCode.BAD_USE, terminal.text("ask.badtimeout", timeout)));
    }
}
