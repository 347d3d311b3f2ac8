package org.rollcall.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.rollcall.xmpp.text.Messages;

/**
 * What surrounds the command.
 *
 * @param terminals which of standard input, output and error are a terminal
 * @param home the user's home folder
 */
public record Terminal(
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        Terminals terminals,
        Map<String, String> environment,
        Path home,
        Locale locale,
        Clock clock) {

    /** Whether each stream is a terminal, rather than a file or a pipe. */
    public record Terminals(boolean in, boolean out, boolean err) {}

    /** A text of the command's own, in the user's language. */
    public String text(String key, Object... arguments) {
        return Messages.beside(Terminal.class, locale).text(key, arguments);
    }

    /** Somebody sits there who can be asked. */
    public boolean canAsk() {
        return terminals.in() && terminals.err();
    }

    /** See https://no-color.org: any value but the empty one turns colours off. */
    public boolean colours() {
        return terminals.out()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
    }

    /** How many characters fit into a line; as many as there are where nobody looks, or nothing is known of it. */
    public int columns() {
        String told = environment.getOrDefault("COLUMNS", "");
        return terminals.out() && told.matches("[1-9]\\d{1,3}") ? Integer.parseInt(told) : Integer.MAX_VALUE;
    }
}
