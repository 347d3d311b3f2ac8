package org.rollcall.demo.view;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.rollcall.cli.Terminal;
import org.rollcall.demo.simulated.Screens;
import org.rollcall.xmpp.text.Messages;

/** An introduction, then a line for each thing that happens. Thread-safe. */
public final class LiveView implements Screens {
    private final Terminal terminal;
    private final Messages texts;
    private final Paint paint;
    private final DateTimeFormatter time;
    private boolean begun;
    private boolean ended;

    public LiveView(Terminal terminal) {
        this.terminal = terminal;
        texts = Messages.beside(LiveView.class, terminal.locale());
        paint = new Paint(terminal.colours());
        time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(terminal.clock().getZone());
    }

    /** Shows the introduction, and everything that is told of from now on. */
    public synchronized void begin(String introduction) {
        terminal.out().println();
        terminal.out().println(introduction);
        terminal.out().flush();
        begun = true;
    }

    /** From now on all machines go, which tells nothing. */
    public synchronized void end(String lastWords) {
        if (begun && !ended) {
            terminal.out().println(lastWords);
            terminal.out().flush();
        }
        ended = true;
    }

    @Override
    public void show(String machine, String text) {
        line(machine, "screen", "« " + text + " »");
    }

    /** @param word of the texts {@code event.…} */
    synchronized void line(String machine, String word, String detail) {
        if (!begun || ended) {
            return;
        }
        String padded = String.format("%-15s", texts.text("event." + word));
        String painted = switch (word) {
            case "on", "logon" -> paint.green(padded);
            case "logoff" -> paint.yellow(padded);
            case "off", "lost" -> paint.red(padded);
            case "screen" -> paint.bold(padded);
            default -> padded;
        };
        String now = time.format(Instant.now(terminal.clock()));
        terminal.out()
                .println(paint.dim(now) + "  " + String.format("%-8s", machine) + "  "
                        + (painted + " " + detail).strip());
        terminal.out().flush();
    }
}
