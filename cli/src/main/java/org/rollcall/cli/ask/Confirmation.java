package org.rollcall.cli.ask;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Target;

/** Asks before an order goes out. */
public final class Confirmation {
    private static final Set<String> YES = Set.of("y", "yes", "o", "oui");
    private static final int MOST_NAMES = 10;

    private Confirmation() {}

    /** @throws CliException when the answer is no, or nobody is there to ask */
    public static void of(Question question, List<Target> targets, Terminal terminal) {
        if (!terminal.canAsk()) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("confirm.script", question.command()));
        }
        List<String> names =
                targets.stream().limit(MOST_NAMES).map(Target::name).toList();
        String list = String.join(", ", names) + (targets.size() > MOST_NAMES ? ", …" : "");
        ask(terminal.text("confirm.ask", question.command(), targets.size(), list), terminal);
    }

    /** @throws CliException when the answer is no */
    public static void ask(String sentence, Terminal terminal) {
        terminal.err().print(sentence + " ");
        terminal.err().flush();
        if (!YES.contains(line(terminal).strip().toLowerCase(Locale.ROOT))) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("confirm.no"));
        }
    }

    private static String line(Terminal terminal) {
        try {
            String line = terminal.in().readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new CliException(ExitCode.BAD_USE, terminal.text("confirm.no") + " (" + e.getMessage() + ")");
        }
    }
}
