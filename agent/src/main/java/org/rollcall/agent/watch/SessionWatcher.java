package org.rollcall.agent.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.journal.Heartbeat;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.journal.Recovered;
import org.rollcall.xmpp.stanza.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the host's sessions, every so often and whenever the host says so, and writes what changed to the journal.
 * Polling is the truth; a notification only makes the next reading come sooner.
 */
public final class SessionWatcher implements HostListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatcher.class);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(30);
    /** After a notification the system may still be filling in the user's name: look again this much later. */
    private static final Duration SETTLE = Duration.ofSeconds(1);
    /** A suspend that was called off brings no resume: running on for this long means awake. */
    private static final Duration AWAKE_AFTER_ALL = Duration.ofSeconds(60);

    private static final long CLOSE_MILLIS = 500;
    private static final String ENDED_UNSEEN = "agent-off";

    private final Host host;
    private final Journal journal;
    private final Heartbeat heartbeat;
    private final Duration pollEvery;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final WatchListener listener;
    private final TimeWatch time = new TimeWatch();
    private final AtomicLong foundByPolling = new AtomicLong();
    private final AtomicLong foundByNotification = new AtomicLong();
    private final Thread thread = new Thread(this::run, "rollcall-watch");

    private SessionTracker tracker;
    private Instant lastSign;
    private Instant up;
    private boolean everRead;
    private boolean failing;
    private boolean settling;
    private long beatAt;

    // Shared with the host's thread, guarded by this.
    private boolean notified;
    private boolean resumed;
    private boolean asleep;
    private long asleepAt;
    private boolean closed;

    public SessionWatcher(
            Host host,
            Journal journal,
            Heartbeat heartbeat,
            Duration pollEvery,
            Clock clock,
            LongSupplier nanoTime,
            WatchListener listener) {
        this.host = host;
        this.journal = journal;
        this.heartbeat = heartbeat;
        this.pollEvery = pollEvery;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.listener = listener;
        thread.setDaemon(true);
    }

    /** Begins to watch, on a thread of its own. */
    public void start() {
        thread.start();
    }

    /** Changes that a poll saw before any notification came: many mean that notifications do not work here. */
    public long foundByPolling() {
        return foundByPolling.get();
    }

    public long foundByNotification() {
        return foundByNotification.get();
    }

    @Override
    public synchronized void sessionsChanged() {
        notified = true;
        notifyAll();
    }

    @Override
    public void suspending() {
        synchronized (this) {
            if (asleep || closed) {
                return;
            }
            asleep = true;
            asleepAt = nanoTime.getAsLong();
        }
        Instant now = now();
        journal.append(Event.Kinds.SLEEP, now, Map.of());
        beat(now, false);
        listener.sleeping();
    }

    @Override
    public synchronized void resumed() {
        resumed = true;
        notifyAll();
    }

    /** Writes {@code stop} and ends the thread, within a second; a reading that is under way no longer counts. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Instant now = now();
        journal.append(Event.Kinds.STOP, now, Map.of());
        beat(now, true);
    }

    private void run() {
        try {
            begin();
            boolean told = false;
            while (!isClosed()) {
                cycle(told);
                told = await();
            }
        } catch (InterruptedException e) {
            LOG.debug("the watch was interrupted");
        }
    }

    /** One cycle may fail in ways that nobody foresaw; the watch goes on. */
    private void cycle(boolean told) {
        try {
            tick(told);
        } catch (RuntimeException e) {
            LOG.error("Watching the sessions failed, and is tried again in {}", pollEvery, e);
        }
    }

    /** Waits for a poll's time or a word of the host's; says whether the latter came. */
    private synchronized boolean await() throws InterruptedException {
        Duration most = settling && SETTLE.compareTo(pollEvery) < 0 ? SETTLE : pollEvery;
        long deadline = System.nanoTime() + most.toNanos();
        while (!notified && !resumed && !closed) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        // What is found right after a notification is that notification's doing.
        boolean told = notified || settling;
        settling = notified;
        notified = false;
        return told;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** The first event of the journal, which says what went before. */
    void begin() {
        Instant now = now();
        up = now;
        Recovered before = journal.recovered();
        SessionHistory history = new SessionHistory(before);
        tracker = new SessionTracker(history.sessions(), new Uid());
        journal.carry(history);
        Map<String, String> start = new LinkedHashMap<>();
        start.put("boot", host.bootTime().truncatedTo(ChronoUnit.SECONDS).toString());
        if (before.journal() != null) {
            start.put("previous", before.journal());
            start.put("previous-seq", Long.toString(before.seq()));
        }
        lastSign = heartbeat.last().orElse(null);
        if (lastSign != null) {
            start.put("last-sign", lastSign.toString());
        }
        journal.append(Event.Kinds.START, now, start);
        beat(now, true);
    }

    /** One reading and all that follows from it. */
    void tick(boolean told) {
        Instant now = now();
        long nanos = nanoTime.getAsLong();
        if (!awake(now, nanos)) {
            return;
        }
        journal.retry();
        if (nanos - beatAt >= BEAT_EVERY.toNanos()) {
            beat(now, true);
        }
        List<Session> reading;
        try {
            reading = host.sessions();
        } catch (ReadingFailedException e) {
            failed(e);
            return;
        }
        if (isClosed()) {
            // Windows takes its session services down first: what is missing now did not log off.
            return;
        }
        failing = false;
        record(reading, now, told);
        listener.state(tracker.sessions(), up);
    }

    private void record(List<Session> reading, Instant now, boolean told) {
        List<Change> changes = everRead
                ? tracker.read(reading, now)
                : tracker.readFirst(reading, now, lastSign == null ? now : lastSign, ENDED_UNSEEN);
        for (Change change : changes) {
            journal.append(change.kind(), change.at(), change.attributes());
            LOG.info("{}: {} ({})", change.kind(), change.attributes().get("user"), change.at());
        }
        if (everRead) {
            (told ? foundByNotification : foundByPolling).addAndGet(changes.size());
        }
        if (!changes.isEmpty()) {
            beat(now, false);
        }
        everRead = true;
    }

    private void failed(ReadingFailedException e) {
        if (!failing) {
            failing = true;
            LOG.warn("The sessions cannot be read ({}): what was known stands until they can", e.getMessage());
        }
        if (!everRead) {
            listener.unreadable();
        }
    }

    /** Notices sleep and steps of the clock; false while the machine is falling asleep. */
    private boolean awake(Instant now, long nanos) {
        TimeWatch.Gap gap = time.look(now, nanos);
        boolean slept;
        boolean foretold;
        synchronized (this) {
            boolean cameBack = resumed || gap.slept() != null;
            boolean ranOn = asleep && (gap.stepped() != null || nanos - asleepAt > AWAKE_AFTER_ALL.toNanos());
            if (asleep && !cameBack && !ranOn) {
                return false;
            }
            slept = cameBack || ranOn;
            foretold = asleep;
            resumed = false;
            asleep = false;
        }
        if (slept) {
            Map<String, String> attributes = foretold ? Map.of() : Map.of("reason", "noticed-late");
            if (!foretold) {
                journal.append(Event.Kinds.SLEEP, gap.before(), attributes);
            }
            up = now;
            journal.append(Event.Kinds.RESUME, now, attributes);
            LOG.info("Awake again after sleep");
            listener.awake();
        } else if (gap.stepped() != null) {
            long seconds = gap.stepped().toSeconds();
            LOG.warn("The clock was put {} by {} s", seconds > 0 ? "forward" : "back", Math.abs(seconds));
            journal.append(Event.Kinds.CLOCK, now, Map.of("stepped", Long.toString(seconds)));
            tracker.clockStepped(gap.stepped());
            beat(now, true);
        }
        return true;
    }

    /** Finer than this nobody needs, and text and disk pay for it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void beat(Instant now, boolean sync) {
        if (sync) {
            beatAt = nanoTime.getAsLong();
        }
        try {
            heartbeat.beat(now, sync);
        } catch (IOException e) {
            // The journal on the same disk has said so, or will.
            LOG.debug("no heartbeat", e);
        }
    }
}
