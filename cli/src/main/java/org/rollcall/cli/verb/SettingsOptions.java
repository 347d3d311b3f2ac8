package org.rollcall.cli.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.cli.settings.CliSettingsReader;
import org.rollcall.cli.settings.ConfigFile;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.OptionSource;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.TomlSource;
import picocli.CommandLine.Option;

/** {@code --config} and {@code --set}, and the settings that come of them. */
final class SettingsOptions {
    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "option.config")
    private Path config;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "option.set")
    private List<String> set = new ArrayList<>();

    /** @throws CliException when something is wrong with them, after telling all of it */
    CliSettings cli(Terminal terminal) {
        Problems problems = new Problems(terminal.locale());
        Path file = config == null ? ConfigFile.byDefault(terminal) : config;
        CliSettings settings = CliSettingsReader.read(sources(file, terminal), problems);
        tell(problems, terminal);
        return settings;
    }

    /** The sources of any program's settings, weakest first. */
    List<Source> sources(Path file, Terminal terminal) {
        return List.of(
                new TomlSource(file), new EnvironmentSource(terminal.environment()), new OptionSource(set));
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
