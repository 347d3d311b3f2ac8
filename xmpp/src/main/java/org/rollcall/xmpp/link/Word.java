package org.rollcall.xmpp.link;

import java.time.Duration;
import java.util.Optional;

/** What other threads want the link's thread to know; it waits here. */
final class Word {
    private boolean closing;
    private boolean anew;
    private StreamEnd streamEnd;

    /** @param cause null: closed by the server in good order */
    record StreamEnd(Exception cause) {}

    synchronized void close() {
        closing = true;
        notifyAll();
    }

    synchronized void reconnect() {
        anew = true;
        notifyAll();
    }

    synchronized void streamEnded(StreamEnd end) {
        if (streamEnd == null) {
            streamEnd = end;
        }
        notifyAll();
    }

    synchronized boolean isClosing() {
        return closing;
    }

    synchronized boolean isAnew() {
        return anew;
    }

    /** The end that was told since the last call, if one was; it is forgotten then. */
    synchronized Optional<StreamEnd> takeStreamEnd() {
        StreamEnd end = streamEnd;
        streamEnd = null;
        return Optional.ofNullable(end);
    }

    /** Before an attempt: what was said of earlier streams does not concern it. */
    synchronized void forget() {
        anew = false;
        streamEnd = null;
    }

    /** Until the time is over, or something is said that ends a stream. */
    synchronized void awaitEnd(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        while (!closing && !anew && streamEnd == null && left > 0) {
            waitNanos(left);
            left = deadline - System.nanoTime();
        }
    }

    /** Until the time is over, or somebody does not want to wait so long. */
    synchronized void awaitRetry(Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        long left = wait.toNanos();
        while (!closing && !anew && left > 0) {
            waitNanos(left);
            left = deadline - System.nanoTime();
        }
    }

    private void waitNanos(long nanos) throws InterruptedException {
        wait(Math.max(1, nanos / 1_000_000));
    }
}
