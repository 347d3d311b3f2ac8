package org.rollcall.cli.verb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliKeys;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.cli.settings.CliSettingsReader;
import org.rollcall.cli.settings.ConfigFile;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Source;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --set}, and the settings that come of them. */
final class SettingsOptions {
    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "option.config")
    private Path config;

    @Mixin
    private SetOption set;

    /** @throws CliException when something is wrong with them, after telling all of it */
    CliSettings cli(Terminal terminal) {
        Problems problems = new Problems(terminal.locale());
        CliSettings settings = CliSettingsReader.read(sources(terminal), problems);
        tell(problems, terminal);
        return settings;
    }

    private List<Source> sources(Terminal terminal) {
        if (config != null) {
            return set.sources(config, terminal);
        }
        Path usual = ConfigFile.byDefault(terminal);
        if (ConfigFile.isNamed(terminal) || Files.exists(usual)) {
            return set.sources(usual, terminal);
        }
        List<Source> others = set.sources(terminal);
        if (others.stream()
                .allMatch(s ->
                        s.read(CliKeys.ALL, new Problems(terminal.locale())).isEmpty())) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("settings.none", usual));
        }
        return others;
    }

    /** Prints all problems. */
    static void tell(Problems problems, Terminal terminal) {
        for (Problem problem : problems.all()) {
            terminal.err().println(problem.fatal() ? problem : terminal.text("warning", problem));
        }
        terminal.err().flush();
        if (problems.fatal()) {
            long errors = problems.all().stream().filter(Problem::fatal).count();
            throw new CliException(ExitCode.BAD_USE, terminal.text("settings.bad", errors));
        }
    }
}
