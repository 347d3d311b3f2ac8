package org.rollcall.loopback;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * What waits to be written to one client, in order. Routing only ever appends here, so that a client which does not read
 * delays nobody else; at the bound the client is given up.
 */
final class Outbox {
    /** Characters: what 3,000 presences and a fan-out's answers need, with room. */
    private static final int MOST_WAITING = 16 * 1024 * 1024;

    private final OutputStream out;
    private final Executor writers;
    private final Consumer<String> giveUp;
    private final Runnable finished;
    private StringBuilder waiting = new StringBuilder();
    private boolean writing;
    private boolean held;
    private boolean ending;
    private volatile long writingSince;

    /**
     * @param giveUp the client cannot be written to; called with the reason
     * @param finished the last words have been written
     */
    Outbox(OutputStream out, Executor writers, Consumer<String> giveUp, Runnable finished) {
        this.out = out;
        this.writers = writers;
        this.giveUp = giveUp;
        this.finished = finished;
    }

    void send(String xml) {
        synchronized (this) {
            if (ending) {
                return;
            }
            if (waiting.length() + xml.length() > MOST_WAITING) {
                ending = true;
                waiting.setLength(0);
            } else {
                waiting.append(xml);
                schedule();
                return;
            }
        }
        giveUp.accept("it does not read what is sent to it");
    }

    /** Nothing is sent after this. */
    synchronized void end(String lastWords) {
        if (!ending) {
            waiting.append(lastWords);
            ending = true;
            schedule();
        }
    }

    /** While held, everything waits: for tests of a network that swallows. */
    synchronized void hold(boolean hold) {
        held = hold;
        schedule();
    }

    /** When the write that is in progress began, by {@link System#nanoTime}; 0 when none is. */
    long writingSince() {
        return writingSince;
    }

    private void schedule() {
        if (!writing && !held && (waiting.length() > 0 || ending)) {
            writing = true;
            try {
                writers.execute(this::drain);
            } catch (RejectedExecutionException e) {
                // The server is closing, and takes the socket with it.
                ending = true;
            }
        }
    }

    private void drain() {
        try {
            for (String next = next(); next != null; next = next()) {
                writingSince = System.nanoTime();
                out.write(next.getBytes(StandardCharsets.UTF_8));
                out.flush();
                writingSince = 0;
            }
        } catch (IOException e) {
            writingSince = 0;
            giveUp.accept(e.getMessage());
        }
    }

    /** Everything that waits, in one piece; null when there is nothing left to do. */
    private String next() {
        synchronized (this) {
            if (waiting.length() > 0 && !held) {
                String all = waiting.toString();
                // A new one: a builder that was large once would stay so.
                waiting = new StringBuilder();
                return all;
            }
            if (!ending || held) {
                writing = false;
                return null;
            }
        }
        // "writing" stays set: nothing may follow the last words.
        finished.run();
        return null;
    }
}
