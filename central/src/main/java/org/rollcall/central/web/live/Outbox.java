package org.rollcall.central.web.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** What waits to be sent to one page, one message at a time; at most 256 messages, and 8 MB. */
final class Outbox {
    private static final int MOST_FRAMES = 256;
    private static final long MOST_CHARACTERS = 8L << 20;

    private final Deque<String> waiting = new ArrayDeque<>();
    private final Transport transport;
    private long characters;
    private boolean sending;
    private boolean closed;

    /** Begins to send, and calls back when it may be given the next; at once, or from another thread. */
    interface Transport {
        void send(String frame, Runnable sent);
    }

    Outbox(Transport transport) {
        this.transport = transport;
    }

    /** @return false when it is full: the page is too slow */
    synchronized boolean offer(String frame) {
        if (closed) {
            return true;
        }
        // A first message alone may be as large as the park needs.
        if (waiting.size() >= MOST_FRAMES || (!waiting.isEmpty() && characters + frame.length() > MOST_CHARACTERS)) {
            return false;
        }
        waiting.addLast(frame);
        characters += frame.length();
        if (!sending) {
            next();
        }
        return true;
    }

    private synchronized void next() {
        String frame = waiting.pollFirst();
        sending = frame != null;
        if (sending) {
            characters -= frame.length();
            transport.send(frame, this::next);
        }
    }

    /** Forgets what waits. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }
}
