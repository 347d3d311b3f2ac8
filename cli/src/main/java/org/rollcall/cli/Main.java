package org.rollcall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.logging.LogManager;
import org.rollcall.cli.Terminal.Terminals;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Where the {@code rollcall} command begins. */
public final class Main {
    /** Set by the launcher to those of the digits 0, 1 and 2 whose stream is a terminal; Java alone cannot tell. */
    private static final String TERMINALS = "rollcall.terminals";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, (rollcall, terminal) -> {}));
    }

    /**
     * The whole command but the exit.
     *
     * @param more adds other modules' sub-commands
     */
    public static int run(String[] arguments, BiConsumer<CommandLine, Terminal> more) {
        quiet();
        Terminal terminal = terminal();
        CommandLine rollcall = Rollcall.commandLine(terminal);
        more.accept(rollcall, terminal);
        int code = Rollcall.finish(rollcall, terminal).execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** What fails is said by the command itself, in one sentence; the agent's log starts anew where it is wanted. */
    private static void quiet() {
        LogManager.getLogManager().reset();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }

    private static Terminal terminal() {
        Terminals terminals = terminals();
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, charset(terminals.in()))),
                writer(System.out, terminals.out()),
                writer(System.err, terminals.err()),
                terminals,
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Language.of(System.getenv()),
                Clock.systemDefaultZone());
    }

    private static Terminals terminals() {
        String told = System.getProperty(TERMINALS);
        if (told == null) {
            boolean console = System.console() != null;
            return new Terminals(console, console, console);
        }
        return new Terminals(told.contains("0"), told.contains("1"), told.contains("2"));
    }

    private static PrintWriter writer(PrintStream stream, boolean terminal) {
        return new PrintWriter(stream, false, charset(terminal));
    }

    /** Files and pipes are UTF-8; a terminal has its own charset, but one that is set up as C is mostly UTF-8 too. */
    private static Charset charset(boolean terminal) {
        String name = System.getProperty(
                "stdout.encoding", System.getProperty("sun.stdout.encoding", System.getProperty("native.encoding")));
        try {
            if (terminal && name != null && !Charset.forName(name).equals(StandardCharsets.US_ASCII)) {
                return Charset.forName(name);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
        return StandardCharsets.UTF_8;
    }
}
