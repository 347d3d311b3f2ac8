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
import java.util.function.Supplier;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.journal.Heartbeat;
import org.rollcall.agent.journal.Journal;
import org.rollcall.agent.journal.Recovered;
import org.rollcall.agent.log.EventId;
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
    private static final long CLOSE_MILLIS = 500;
    private static final String ENDED_UNSEEN = "agent-off";

    private final Host host;
    private final Journal journal;
    private final Heartbeat heartbeat;
    private final Supplier<Duration> pollEvery;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final WatchListener listener;
    private final TimeWatch time = new TimeWatch();
    private final SleepWatch sleep = new SleepWatch();
    private final Wakeup wakeup = new Wakeup();
    private final AtomicLong foundByPolling = new AtomicLong();
    private final AtomicLong foundByNotification = new AtomicLong();
    private final Thread thread = new Thread(this::run, "rollcall-watch");

    private SessionTracker tracker;
    private Instant lastSign;
    private Instant up;
    private boolean everRead;
    private boolean failing;
    private long beatAt;

    public SessionWatcher(
            Host host,
            Journal journal,
            Heartbeat heartbeat,
            Supplier<Duration> pollEvery,
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

    /** Writes the journal's first event, and begins to watch, on a thread of its own. */
    public void start() {
        begin();
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
    public void sessionsChanged() {
        wakeup.sessionsChanged();
    }

    @Override
    public void suspending() {
        if (wakeup.isOver() || !sleep.suspending(nanoTime.getAsLong())) {
            return;
        }
        Instant now = now();
        journal.append(Event.Kinds.SLEEP, now, Map.of());
        beat(now, false);
        listener.sleeping();
    }

    @Override
    public void resumed() {
        sleep.resumed();
        wakeup.hurry();
    }

    /** Has it look at once, and says whether it does within that time. */
    public boolean responds(Duration most) throws InterruptedException {
        return wakeup.hurriesWithin(most);
    }

    /** Writes {@code stop} and ends the thread, within a second; a reading that is under way no longer counts. */
    @Override
    public void close() {
        if (!wakeup.end() || tracker == null) {
            return;
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
            boolean told = false;
            while (!wakeup.isOver()) {
                cycle(told);
                told = wakeup.await(pollEvery.get());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the watch", e);
        }
    }

    /** One cycle may fail in ways that nobody foresaw; the watch goes on. */
    private void cycle(boolean told) {
        try {
            tick(told);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Watching the sessions failed, and is tried again in {}", pollEvery.get(), e);
        }
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
        if (wakeup.isOver()) {
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
        switch (sleep.look(gap, nanos)) {
            case FALLING_ASLEEP -> {
                return false;
            }
            case WOKE_UP -> wokeUp(now, Map.of());
            case WOKE_UP_UNFORETOLD -> {
                Map<String, String> late = Map.of("reason", "noticed-late");
                journal.append(Event.Kinds.SLEEP, gap.before(), late);
                wokeUp(now, late);
            }
            case AWAKE -> {
                if (gap.stepped() != null) {
                    clockStepped(gap.stepped(), now);
                }
            }
        }
        return true;
    }

    private void wokeUp(Instant now, Map<String, String> attributes) {
        up = now;
        journal.append(Event.Kinds.RESUME, now, attributes);
        LOG.info("Awake again after sleep");
        listener.awake();
    }

    private void clockStepped(Duration step, Instant now) {
        long seconds = Math.round(step.toMillis() / 1000.0);
        LOG.warn(
                EventId.CLOCK_STEPPED.marker(),
                "The clock was put {} by {} s",
                seconds > 0 ? "forward" : "back",
                Math.abs(seconds));
        journal.append(Event.Kinds.CLOCK, now, Map.of("stepped", Long.toString(seconds)));
        tracker.clockStepped(step);
        beat(now, true);
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
