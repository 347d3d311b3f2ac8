package org.rollcall.cli.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.board.Watching;
import org.rollcall.xmpp.text.Durations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollcall watch [ROOM]}: what changes, as it changes. */
@Command(name = "watch")
public final class WatchVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--json", descriptionKey = "option.json-lines")
    private boolean json;

    @Option(names = "--for", paramLabel = "TIME", descriptionKey = "option.during")
    private String during;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", descriptionKey = "parameter.room")
    private String room;

    public WatchVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        long seconds = during == null
                ? Long.MAX_VALUE
                : Durations.parse(during)
                        .orElseThrow(() -> new CliException(ExitCode.BAD_USE, terminal.text("ask.badtimeout", during)))
                        .toSeconds();
        List<String> words = new ArrayList<>();
        if (room != null) {
            words.add("room=" + room);
        }
        new Watching(options.cli(terminal), terminal, json)
                .watch(BoardVerb.arguments(words, "room", terminal), seconds);
        return ExitCode.ALL_ANSWERED;
    }
}
