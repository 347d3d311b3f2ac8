package org.rollcall.xmpp.roster;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many in so long. ejabberd's mod_pres_counter, in Debian's list of modules, drops what a client sends of
 * subscriptions beyond 5 in 60 s; one is kept in hand.
 */
public final class Pace {
    private final int most;
    private final long window;
    private final Deque<Long> taken = new ArrayDeque<>();

    public Pace(int most, Duration window) {
        this.most = most;
        this.window = window.toNanos();
    }

    /** Fits the defaults of every server known; one pace serves one link. */
    public static Pace gentle() {
        return new Pace(4, Duration.ofSeconds(62));
    }

    /** Zero: now. */
    Duration untilFree(long now) {
        while (!taken.isEmpty() && now - taken.peekFirst() >= window) {
            taken.removeFirst();
        }
        return taken.size() < most ? Duration.ZERO : Duration.ofNanos(window - (now - taken.peekFirst()));
    }

    void take(long now) {
        taken.addLast(now);
    }
}
