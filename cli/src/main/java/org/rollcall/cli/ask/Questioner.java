package org.rollcall.cli.ask;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import org.jivesoftware.smack.XMPPConnection;
import org.rollcall.cli.Terminal;

/** Asks any number of machines, so many at a time. */
public final class Questioner {
    /** Servers give one client's stream so much; more in flight only wait there, and their time runs out. */
    private static final int IN_FLIGHT = 64;

    private final XMPPConnection connection;
    private final Terminal terminal;

    public Questioner(XMPPConnection connection, Terminal terminal) {
        this.connection = connection;
        this.terminal = terminal;
    }

    /**
     * In the order of the machines.
     *
     * @param progress is told, on the calling thread, how many are done
     */
    public List<Outcome> ask(Question question, List<Target> targets, IntConsumer progress)
            throws InterruptedException {
        Queue<Target> waiting = new ArrayDeque<>(targets);
        BlockingQueue<Outcome> done = new LinkedBlockingQueue<>();
        Map<Target, Outcome> outcomes = new LinkedHashMap<>();
        targets.forEach(target -> outcomes.put(target, null));
        int inFlight = 0;
        int finished = 0;
        while (finished < outcomes.size()) {
            while (inFlight < IN_FLIGHT && !waiting.isEmpty()) {
                new Asking(connection, terminal, question, waiting.remove())
                        .start()
                        .thenAccept(done::add);
                inFlight++;
            }
            // Each question ends by its own time limit, so this wait does too.
            Outcome outcome = done.take();
            outcomes.put(outcome.target(), outcome);
            inFlight--;
            finished++;
            progress.accept(finished);
        }
        return new ArrayList<>(outcomes.values());
    }
}
