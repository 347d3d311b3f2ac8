package org.rollcall.cli.ask;

import java.io.PrintWriter;
import org.rollcall.cli.Terminal;

/** How many have answered, on one line that is written over; on a terminal only, and only for several. */
public final class Progress {
    private final Terminal terminal;
    private final int all;
    private final boolean shown;

    public Progress(Terminal terminal, int all) {
        this.terminal = terminal;
        this.all = all;
        shown = all > 1 && terminal.terminals().err();
    }

    public void done(int count) {
        if (shown) {
            PrintWriter err = terminal.err();
            String line = terminal.text("ask.progress", String.valueOf(count), String.valueOf(all));
            err.print("\r" + (count < all ? line : " ".repeat(line.length()) + "\r"));
            err.flush();
        }
    }
}
