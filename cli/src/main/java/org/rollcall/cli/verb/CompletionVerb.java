package org.rollcall.cli.verb;

import java.util.concurrent.Callable;
import org.rollcall.cli.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rollcall completion}: what bash needs to complete commands and options at the Tab key. */
@Command(name = "completion")
public final class CompletionVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    public CompletionVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(AutoComplete.bash("rollcall", spec.root().commandLine()));
        return 0;
    }
}
