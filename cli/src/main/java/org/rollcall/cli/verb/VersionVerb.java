package org.rollcall.cli.verb;

import java.util.concurrent.Callable;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.Version;
import picocli.CommandLine.Command;

/** {@code rollcall version}. */
@Command(name = "version")
public final class VersionVerb implements Callable<Integer> {
    private final Terminal terminal;

    public VersionVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out()
                .println("rollcall " + Version.text() + " (Java " + Runtime.version() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")");
        return 0;
    }
}
