package org.rollcall.cli.verb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.OptionSource;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.TomlSource;
import picocli.CommandLine.Option;

/** {@code --set KEY=VALUE}, over a file and the environment. */
final class SetOption {
    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "option.set")
    private List<String> set = new ArrayList<>();

    /** The sources of any program's settings, weakest first. */
    List<Source> sources(Path file, Terminal terminal) {
        List<Source> all = new ArrayList<>(List.of(new TomlSource(file)));
        all.addAll(sources(terminal));
        return all;
    }

    /** The same without a file. */
    List<Source> sources(Terminal terminal) {
        return List.of(new EnvironmentSource(terminal.environment()), new OptionSource(set));
    }
}
