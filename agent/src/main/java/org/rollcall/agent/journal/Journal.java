package org.rollcall.agent.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.agent.log.EventId;
import org.rollcall.xmpp.stanza.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's events, on disk until central has answered for them.
 *
 * <p>Each start of the agent makes a journal with a random id, so that a folder put back in time never uses a number
 * twice. A journal is a row of append-only files. Each file begins with the state that its events build upon
 * ({@link CarriedState}), so old files can go and a start after a crash still knows where it stood. At the bound the
 * oldest file is dropped; the gap in seq tells.
 *
 * <p>While the disk refuses, events wait in memory without a number, at most {@value #MOST_WAITING}; then the oldest
 * are dropped and their numbers skipped. Safe for several threads.
 */
public final class Journal implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    /** Some 15,000 events: months of one PC without central. */
    public static final long DEFAULT_BOUND = 4 << 20;

    static final int MOST_WAITING = 1000;
    private static final int MOST_LATEST = 500;
    private static final CarriedState NO_STATE = new CarriedState() {
        @Override
        public void add(Event event) {}

        @Override
        public List<Map<String, String>> lines() {
            return List.of();
        }
    };

    private record Waiting(String kind, Instant at, Map<String, String> attributes) {}

    /** Makes the folder ready to be written in, or says why it is not. */
    interface Ground {
        void ready() throws IOException;
    }

    private final Path folder;
    private final Ground ground;
    private final String id = randomId();
    private final JournalFiles files;
    private final RefusedEvents refused;
    private final Recovered recovered;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Deque<Event> latest = new ArrayDeque<>();
    private CarriedState carried = NO_STATE;
    private Runnable onChange = () -> {};
    private long seq;
    private boolean refusing;

    /**
     * Begins a new journal in the folder, which others may have left journals in.
     *
     * @param bound the most that all journals take on disk, in bytes
     */
    public Journal(DataFolder data, long bound) throws DataFolderException {
        this(data.journal(), data.refused(), bound, data::ready);
    }

    Journal(Path folder, Path refused, long bound, Ground ground) throws DataFolderException {
        this.folder = folder;
        this.ground = ground;
        this.refused = new RefusedEvents(refused);
        try {
            files = new JournalFiles(folder, bound, id);
            recovered = files.recover();
            files.latest().forEach(this::remember);
        } catch (IOException e) {
            throw new DataFolderException(
                    "The journal in " + folder + " cannot be read (" + e + "): give the agent's account its rights", e);
        }
    }

    public String id() {
        return id;
    }

    /** The last event on disk, 0 before the first. */
    public synchronized long seq() {
        return seq;
    }

    public Recovered recovered() {
        return recovered;
    }

    /** @param state what each file begins with; set before the first event */
    public synchronized void carry(CarriedState state) {
        carried = state;
    }

    /** @param listener called after events reached the disk, on the appending thread; returns at once */
    public synchronized void onChange(Runnable listener) {
        onChange = listener;
    }

    /** Puts an event on disk; where that fails, it waits for {@link #retry}. Returns whether it is there. */
    public synchronized boolean append(String kind, Instant at, Map<String, String> attributes) {
        waiting.add(new Waiting(kind, at, attributes));
        if (waiting.size() > MOST_WAITING) {
            waiting.remove();
            seq++;
        }
        return retry();
    }

    /** Tries again to write what waits; costs nothing when nothing does. Returns whether all is on disk. */
    public synchronized boolean retry() {
        boolean wrote = false;
        while (!waiting.isEmpty() && write(waiting.peek())) {
            waiting.remove();
            wrote = true;
        }
        if (wrote) {
            onChange.run();
        }
        return waiting.isEmpty();
    }

    /** The oldest events without an answer, of the oldest journal that has any. */
    public synchronized Optional<Batch> unanswered(int mostEvents, int mostBytes) {
        return files.unanswered(mostEvents, mostBytes);
    }

    /** Central has committed a journal's events up to this one: they may go. */
    public synchronized void stored(String journal, long upTo) {
        files.stored(journal, upTo);
    }

    /** Central will never take this event: it is kept in a file of its own. {@link #stored} then takes it away. */
    public synchronized void refused(String journal, Event event, String reason) {
        try {
            refused.add(journal, event, reason);
        } catch (IOException e) {
            LOG.warn("Event {} of journal {} was refused and cannot be set aside ({})", event, journal, e.toString());
        }
    }

    /** The latest events, oldest first, answered for or not. */
    public synchronized List<Event> latest(int most) {
        return latest.stream().skip(Math.max(0, latest.size() - most)).toList();
    }

    @Override
    public synchronized void close() {
        files.close();
    }

    private boolean write(Waiting next) {
        Event event = new Event(seq + 1, next.kind, next.at, next.attributes);
        try {
            ground.ready();
            files.write(event, carried);
        } catch (IOException e) {
            if (!refusing) {
                refusing = true;
                LOG.error(
                        EventId.JOURNAL_UNWRITABLE.marker(),
                        "The journal in {} cannot be written ({}): events wait in memory until it can; free the disk "
                                + "or its rights",
                        folder,
                        e.toString());
            }
            return false;
        }
        if (refusing) {
            refusing = false;
            LOG.info("The journal in {} is written again", folder);
        }
        seq = event.seq();
        carried.add(event);
        remember(event);
        return true;
    }

    private void remember(Event event) {
        latest.add(event);
        if (latest.size() > MOST_LATEST) {
            latest.remove();
        }
    }

    private static String randomId() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        StringBuilder id = new StringBuilder();
        for (byte b : random) {
            id.append(Character.forDigit((b >> 4) & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return id.toString();
    }
}
