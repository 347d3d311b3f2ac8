package org.rollcall.agent.host.windows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks names up that may make Windows wait for a domain controller: on a thread of its own, remembered, and never in
 * the way of who asks. What is not known yet is null; a failed lookup is tried again after a while.
 */
public final class SlowLookup<K, V> {
    private static final Logger LOG = LoggerFactory.getLogger(SlowLookup.class);
    private static final int MOST_ENTRIES = 1024;
    private static final Duration RETRY_AFTER = Duration.ofMinutes(5);

    private final Function<K, V> lookup;
    private final Executor executor;
    private final Clock clock;
    private final Runnable learned;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /** @param asked when it was put to Windows @param done whether Windows has answered */
    private record Entry<V>(V value, Instant asked, boolean done) {}

    /** @param lookup answers null when there is no such name @param learned told of each name that was found */
    public SlowLookup(Function<K, V> lookup, Executor executor, Clock clock, Runnable learned) {
        this.lookup = lookup;
        this.executor = executor;
        this.clock = clock;
        this.learned = learned;
    }

    /** What is known by now; null otherwise, and then the lookup is under way. */
    public synchronized V known(K key) {
        Entry<V> entry = entries.get(key);
        Instant now = clock.instant();
        boolean retry = entry != null
                && entry.done()
                && entry.value() == null
                && Duration.between(entry.asked(), now).compareTo(RETRY_AFTER) >= 0;
        if (entry == null || retry) {
            put(key, new Entry<>(null, now, false));
            start(key, now);
            entry = entries.get(key);
        }
        return entry.value();
    }

    /** The same, but waits a little for the lookup to end. */
    public synchronized V within(K key, Duration patience) {
        V value = known(key);
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); waiting(key) && left > 0; ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return value;
        }
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** What Windows said elsewhere, so that nothing needs to be looked up. */
    public synchronized void tell(K key, V value) {
        put(key, new Entry<>(value, clock.instant(), true));
    }

    private boolean waiting(K key) {
        Entry<V> entry = entries.get(key);
        return entry != null && !entry.done();
    }

    private void start(K key, Instant asked) {
        try {
            executor.execute(() -> finish(key, asked, ask(key)));
        } catch (RejectedExecutionException e) {
            // Too many at once, or closing: unknown for now, and due again after a while.
            put(key, new Entry<>(null, asked, true));
        }
    }

    private V ask(K key) {
        try {
            return lookup.apply(key);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("looking {} up failed: {}", key, e.toString());
            return null;
        }
    }

    private void finish(K key, Instant asked, V value) {
        synchronized (this) {
            put(key, new Entry<>(value, asked, true));
            notifyAll();
        }
        if (value != null) {
            learned.run();
        }
    }

    private void put(K key, Entry<V> entry) {
        entries.put(key, entry);
        if (entries.size() > MOST_ENTRIES) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
