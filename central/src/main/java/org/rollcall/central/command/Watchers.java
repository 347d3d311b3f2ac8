package org.rollcall.central.command;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.rollcall.central.board.BoardListener;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.TsvCodec;
import org.rollcall.xmpp.text.XmlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who watch of what changes, by chat messages that any client shows; programs read the same from the
 * {@code <answer/>} in them. At most one message a second each. Whoever is gone is not told any more, as servers would
 * keep the messages for the next sign-in; nor who has no role any more, and is told so once.
 */
public final class Watchers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private static final long PING_EVERY_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int MOST = 200;
    private static final int MOST_LINES = 50;

    /** More than a park changes within a second. */
    private static final int MOST_WAITING = 20_000;

    private record Change(Instant at, MachineNow before, MachineNow now) {}

    private final WatchLine line;
    private final InstantSource clock;
    private final ChangeRows rows;
    private final Map<Jid, Watcher> watchers = new LinkedHashMap<>();
    private final ConcurrentLinkedQueue<Change> changes = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AutoCloseable listening;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rollcall-watchers");
        thread.setDaemon(true);
        return thread;
    });

    public Watchers(BoardView board, WatchLine line, InstantSource clock) {
        this.line = line;
        this.clock = clock;
        rows = new ChangeRows(clock, ZoneId.systemDefault());
        line.onGone(this::remove);
        listening = board.listen(new BoardListener() {
            @Override
            public void changed(MachineNow before, MachineNow now) {
                if (waiting.get() < MOST_WAITING) {
                    waiting.incrementAndGet();
                    changes.add(new Change(clock.instant(), before, now));
                }
            }
        });
    }

    /** Begins to tell. */
    public void start() {
        timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        tell(System.nanoTime());
                    } catch (RuntimeException e) {
                        LOG.error("Those who watch could not be told of what changes", e);
                    }
                },
                1,
                1,
                TimeUnit.SECONDS);
    }

    /** In place of what this client watched before. False: too many watch already. */
    synchronized boolean add(EntityFullJid jid, Locale locale, Supplier<Optional<Predicate<MachineNow>>> sees) {
        if (watchers.size() >= MOST && !watchers.containsKey(jid)) {
            return false;
        }
        watchers.put(jid, new Watcher(jid, locale, sees, System.nanoTime()));
        return true;
    }

    /** Whether it was watching. */
    synchronized boolean remove(Jid jid) {
        return watchers.remove(jid) != null;
    }

    /** What has changed since the last time, to everybody whom it concerns. */
    synchronized void tell(long nanoTime) {
        for (Change change = changes.poll(); change != null; change = changes.poll()) {
            waiting.decrementAndGet();
            for (Watcher watcher : watchers.values()) {
                watcher.add(change.at(), change.before(), change.now());
            }
        }
        for (Watcher watcher : List.copyOf(watchers.values())) {
            boolean silent = nanoTime - watcher.lastSign() > PING_EVERY_NANOS;
            if ((silent || watcher.isDue()) && !watcher.mayWatch()) {
                watchers.remove(watcher.jid());
                line.send(message(watcher, Texts.text(watcher.locale(), "watch.revoked"), List.of()));
                continue;
            }
            if (silent) {
                watcher.sign(nanoTime);
                line.ping(watcher.jid());
            }
            List<List<Object>> told = watcher.take(MOST_LINES);
            if (!told.isEmpty()) {
                line.send(message(watcher, told));
            }
        }
    }

    private Message message(Watcher watcher, List<List<Object>> told) {
        String text = told.stream().map(row -> rows.line(row, watcher.locale())).collect(Collectors.joining("\n"));
        return message(watcher, text, told);
    }

    private Message message(Watcher watcher, String text, List<List<Object>> told) {
        Table table = Table.of(ChangeRows.COLUMNS, told);
        return StanzaBuilder.buildMessage(UUID.randomUUID().toString())
                .to(watcher.jid())
                .ofType(Message.Type.chat)
                .setBody(XmlText.clean(text))
                .addExtension(
                        new Answer("watch", clock.instant(), told.size(), null, null, TsvCodec.encode(table)).toXml())
                .build();
    }

    /** Before the link is closed: nobody shall wait for what is not told any more. */
    @Override
    public synchronized void close() {
        timer.shutdownNow();
        for (Watcher watcher : watchers.values()) {
            line.send(message(watcher, Texts.text(watcher.locale(), "watch.end"), List.of()));
        }
        watchers.clear();
        try {
            listening.close();
        } catch (Exception e) {
            LOG.warn("The board's listener could not be taken off: {}", e.getMessage());
        }
    }
}
