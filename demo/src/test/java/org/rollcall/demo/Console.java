package org.rollcall.demo;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.rollcall.cli.Rollcall;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.Terminal.Terminals;
import picocli.CommandLine;

/** Somebody's terminal: what was typed into it and what it shows. */
final class Console {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Terminal terminal;

    Console(Path home, Locale locale) {
        terminal = new Terminal(
                new BufferedReader(new StringReader("")),
                new PrintWriter(out),
                new PrintWriter(err),
                new Terminals(false, false, false),
                Map.of(),
                home,
                locale,
                Clock.systemDefaultZone());
    }

    Terminal terminal() {
        return terminal;
    }

    /** @return the exit code */
    int run(String... arguments) {
        CommandLine rollcall = Rollcall.commandLine(terminal);
        rollcall.addSubcommand(new DemoVerb(terminal));
        return Rollcall.finish(rollcall, terminal).execute(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
