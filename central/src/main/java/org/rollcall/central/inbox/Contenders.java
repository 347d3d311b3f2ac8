package org.rollcall.central.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jxmpp.jid.BareJid;

/**
 * Two agents that sign in as one machine, in turns: a journal is made anew at each start of an agent, so that one which
 * comes back after another was heard tells of two that are alive.
 */
final class Contenders {
    private static final int REMEMBERED = 4;
    private static final Duration HOLDS = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<BareJid, Deque<String>> journals = new HashMap<>();
    private final Map<BareJid, Instant> contended = new HashMap<>();

    Contenders(InstantSource clock) {
        this.clock = clock;
    }

    /** True when this is news: it was not known to be contended. */
    synchronized boolean heard(BareJid machine, String journal) {
        Deque<String> last = journals.computeIfAbsent(machine, key -> new ArrayDeque<>());
        if (journal.equals(last.peekLast())) {
            return false;
        }
        boolean returned = last.remove(journal);
        last.addLast(journal);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
        boolean news = returned && !isContended(machine);
        if (returned) {
            contended.put(machine, clock.instant());
        }
        return news;
    }

    /** Within the last hour. */
    synchronized boolean isContended(BareJid machine) {
        Instant seen = contended.get(machine);
        return seen != null && seen.plus(HOLDS).isAfter(clock.instant());
    }
}
