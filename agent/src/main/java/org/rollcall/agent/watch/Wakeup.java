package org.rollcall.agent.watch;

import java.time.Duration;

/** When to read next: at the poll's time, or as soon as the host says so. */
final class Wakeup {
    /** After a notification the system may still be filling in the user's name: look again this much later. */
    private static final Duration SETTLE = Duration.ofSeconds(1);

    private boolean notified;
    private boolean hurried;
    private boolean settling;
    private boolean over;
    private long waits;

    synchronized void sessionsChanged() {
        notified = true;
        notifyAll();
    }

    /** Now, for another reason. */
    synchronized void hurry() {
        hurried = true;
        notifyAll();
    }

    /** False when it is over already. */
    synchronized boolean end() {
        boolean first = !over;
        over = true;
        notifyAll();
        return first;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Hurries whoever waits here, and says whether it has come back to wait within that time. */
    synchronized boolean hurriesWithin(Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        long before = waits;
        hurry();
        while (waits == before && !over) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Says whether a notification is behind what the next reading finds. */
    synchronized boolean await(Duration pollEvery) throws InterruptedException {
        waits++;
        notifyAll();
        Duration most = settling && SETTLE.compareTo(pollEvery) < 0 ? SETTLE : pollEvery;
        long deadline = System.nanoTime() + most.toNanos();
        while (!notified && !hurried && !over) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        boolean told = notified || settling;
        settling = notified;
        notified = false;
        hurried = false;
        return told;
    }
}
