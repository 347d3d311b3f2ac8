package org.rollcall.cli.verb;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.rollcall.central.park.ParkRule;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.listen.Listener;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.text.Durations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollcall listen}: prints what arrives; with {@code --as-central} it stands in for central. */
@Command(name = "listen")
public final class ListenVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--json", descriptionKey = "option.json-lines")
    private boolean json;

    @Option(names = "--as-central", descriptionKey = "option.as-central")
    private boolean asCentral;

    @Option(names = "--output", paramLabel = "FILE", descriptionKey = "option.output")
    private Path output;

    @Option(names = "--approve", paramLabel = "PATTERN", descriptionKey = "option.approve")
    private String approve;

    @Option(names = "--for", paramLabel = "TIME", descriptionKey = "option.during")
    private String during;

    public ListenVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (asCentral != (output != null)) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("listen.output"));
        }
        if (approve != null && !asCentral) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("listen.approve"));
        }
        long seconds = during == null
                ? Long.MAX_VALUE
                : Durations.parse(during)
                        .orElseThrow(() -> new CliException(ExitCode.BAD_USE, terminal.text("ask.badtimeout", during)))
                        .toSeconds();
        CliSettings settings = options.cli(terminal);
        Listener listener = new Listener(settings, terminal, json);
        if (asCentral) {
            listener.asCentral(output, approve == null ? settings.rule() : rule(), seconds);
        } else {
            listener.listen(seconds);
        }
        return 0;
    }

    private ParkRule rule() {
        try {
            return new ParkRule(Pattern.compile("(?<room>)(?:" + approve + ")"));
        } catch (PatternSyntaxException e) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("listen.pattern", e.getDescription()));
        }
    }
}
