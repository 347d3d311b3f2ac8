package org.rollcall.demo.view;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jxmpp.jid.BareJid;
import org.rollcall.cli.Terminal;
import org.rollcall.demo.simulated.Screens;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.text.Messages;

/** A board once, then a line for each thing that is heard. Thread-safe. */
public final class LiveView implements Screens {
    /** The others, such as an agent's start, are told by presence already. */
    private static final Set<String> SHOWN = Set.of(
            Event.Kinds.LOGON,
            Event.Kinds.LOGOFF,
            Event.Kinds.LOCK,
            Event.Kinds.UNLOCK,
            Event.Kinds.CONNECT,
            Event.Kinds.DISCONNECT,
            Event.Kinds.SLEEP,
            Event.Kinds.RESUME);

    private final Terminal terminal;
    private final Messages texts;
    private final Paint paint;
    private final Board board;
    private final DateTimeFormatter time;
    /** By account, as an unavailable presence tells no name. */
    private final Map<BareJid, String> names = new HashMap<>();

    /** Null before the board is shown; what happened earlier stands in it. */
    private Instant begun;

    private boolean ended;
    private int awaited;
    private Runnable whenThere = () -> {};

    public LiveView(Terminal terminal, List<Seat> seats) {
        this.terminal = terminal;
        texts = Messages.beside(LiveView.class, terminal.locale());
        paint = new Paint(terminal.colours());
        board = new Board(seats, texts, paint, terminal.clock().getZone());
        time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(terminal.clock().getZone());
    }

    /** @param task run once, as soon as so many machines have told their state */
    public synchronized void whenHeardFrom(int machines, Runnable task) {
        awaited = machines;
        whenThere = task;
    }

    /** Shows the board, then the introduction, and everything that is heard from now on. */
    public synchronized void begin(String introduction) {
        terminal.out().println();
        board.lines().forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out().println(introduction);
        terminal.out().flush();
        begun = terminal.clock().instant();
    }

    /** From now on all machines go, which tells nothing. */
    public synchronized void end(String lastWords) {
        if (begun != null && !ended) {
            terminal.out().println(lastWords);
            terminal.out().flush();
        }
        ended = true;
    }

    /** A machine to try things on: somebody is logged on there. */
    public synchronized String machineInUse() {
        return board.inUse();
    }

    synchronized void state(BareJid from, MachineState state) {
        board.put(state);
        boolean isNew = names.put(from, state.name()) == null;
        if (isNew) {
            line(state.name(), paint.green(word("on")), "");
        }
        if (board.size() == awaited) {
            awaited = -1;
            whenThere.run();
        }
    }

    synchronized void gone(BareJid from) {
        String name = names.remove(from);
        if (name != null) {
            board.remove(name);
            line(name, paint.red(word("off")), "");
        }
    }

    synchronized void event(BareJid from, Event event) {
        if (!SHOWN.contains(event.kind()) || begun == null || event.at().isBefore(begun)) {
            return;
        }
        String name =
                names.getOrDefault(from, from.getLocalpartOrThrow().toString().toUpperCase(Locale.ROOT));
        String user = event.attributes().getOrDefault("user", "");
        String fullName = event.attributes().get("fullname");
        String word = word(event.kind());
        String painted = switch (event.kind()) {
            case Event.Kinds.LOGON -> paint.green(word);
            case Event.Kinds.LOGOFF -> paint.yellow(word);
            default -> word;
        };
        line(name, painted, fullName == null ? user : user + " (" + fullName + ")");
    }

    @Override
    public synchronized void show(String machine, String text) {
        line(machine, paint.bold(word("screen")), "« " + text + " »");
    }

    private String word(String kind) {
        return String.format("%-15s", texts.text("event." + kind));
    }

    private void line(String machine, String what, String detail) {
        if (begun != null && !ended) {
            String now = time.format(Instant.now(terminal.clock()));
            String rest = detail.isEmpty() ? what.stripTrailing() : what + " " + detail;
            terminal.out().println(paint.dim(now) + "  " + String.format("%-8s", machine) + "  " + rest);
            terminal.out().flush();
        }
    }
}
