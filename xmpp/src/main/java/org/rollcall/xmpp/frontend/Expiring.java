package org.rollcall.xmpp.frontend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jxmpp.jid.Jid;

/**
 * What is kept for an asker until a while after its last use: bound to his full JID, a few each and not many in all.
 * At the bound the one that was used longest ago goes. Thread-safe.
 */
public final class Expiring<T> {
    private record Kept<T>(Jid owner, T value, Instant until) {}

    private final Duration life;
    private final int mostEach;
    private final int most;
    private final InstantSource clock;
    /** In the order of last use. */
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();

    public Expiring(Duration life, int mostEach, int most, InstantSource clock) {
        this.life = life;
        this.mostEach = mostEach;
        this.most = most;
        this.clock = clock;
    }

    /** Keeps a value, or keeps it anew. */
    public synchronized void put(Jid owner, String id, T value) {
        expire();
        kept.remove(id);
        makeRoom(owner);
        kept.put(id, new Kept<>(owner, value, clock.instant().plus(life)));
    }

    /** Empty when it never was, is over, or belongs to another. Counts as a use. */
    public synchronized Optional<T> use(Jid owner, String id) {
        expire();
        Kept<T> found = kept.get(id);
        if (found == null || !found.owner().equals(owner)) {
            return Optional.empty();
        }
        kept.remove(id);
        kept.put(id, new Kept<>(owner, found.value(), clock.instant().plus(life)));
        return Optional.of(found.value());
    }

    public synchronized Optional<T> remove(Jid owner, String id) {
        expire();
        Kept<T> found = kept.get(id);
        if (found == null || !found.owner().equals(owner)) {
            return Optional.empty();
        }
        kept.remove(id);
        return Optional.of(found.value());
    }

    /** Whether something is kept under that id, for whomever; no use of it. */
    public synchronized boolean peek(String id) {
        expire();
        return kept.containsKey(id);
    }

    /** Whether no more can be kept without something else going. */
    public synchronized boolean isFull() {
        expire();
        return kept.size() >= most;
    }

    private void expire() {
        Instant now = clock.instant();
        kept.values().removeIf(value -> !now.isBefore(value.until()));
    }

    private void makeRoom(Jid owner) {
        long own = kept.values().stream()
                .filter(value -> value.owner().equals(owner))
                .count();
        Iterator<Kept<T>> oldestFirst = kept.values().iterator();
        while (oldestFirst.hasNext() && (own >= mostEach || kept.size() >= most)) {
            boolean mine = oldestFirst.next().owner().equals(owner);
            if (mine || own < mostEach) {
                oldestFirst.remove();
                own -= mine ? 1 : 0;
            }
        }
    }
}
