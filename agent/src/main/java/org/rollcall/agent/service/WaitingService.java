package org.rollcall.agent.service;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.EventId;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent as the system starts it: a service that failed for want of settings would take its installation back, so it
 * starts, says once what is missing, and looks again until it can work.
 */
public final class WaitingService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingService.class);
    public static final Duration LOOK_EVERY = Duration.ofSeconds(15);
    /** What an agent's end takes at most. */
    private static final long CLOSE_MILLIS = 3000;

    /** Makes and starts an agent. */
    public interface Maker {
        AutoCloseable start(AgentSettings settings) throws DataFolderException;
    }

    private final Function<Problems, AgentSettings> reader;
    private final Maker maker;
    private final Duration lookEvery;
    private final Thread thread = new Thread(this::run, "rollcall-settings");
    private boolean closed;
    private String lastSaid;

    /** @param reader reads all sources anew at each call */
    public WaitingService(Function<Problems, AgentSettings> reader, Maker maker, Duration lookEvery) {
        this.reader = reader;
        this.maker = maker;
        this.lookEvery = lookEvery;
        thread.setDaemon(true);
    }

    /** Returns at once. */
    public void start() {
        thread.start();
    }

    /** Idempotent, from any thread; waits for the agent's own end, or for the start of one that is under way. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        AutoCloseable agent = null;
        try {
            while (agent == null && !isClosed()) {
                agent = begin();
                await(agent == null ? lookEvery.toMillis() : 0);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
        end(agent);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** @param millis 0: until the end */
    private synchronized void await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (!closed && (millis == 0 || deadline - System.nanoTime() > 0)) {
            wait(millis);
        }
    }

    private AutoCloseable begin() {
        Problems problems = new Problems(Locale.ENGLISH);
        AgentSettings settings = reader.apply(problems);
        if (problems.fatal()) {
            say(
                    EventId.WAITING_FOR_SETTINGS,
                    "Waiting for settings that work: "
                            + problems.all().stream().map(Problem::toString).collect(Collectors.joining("; ")));
            return null;
        }
        try {
            return maker.start(settings);
        } catch (DataFolderException e) {
            say(EventId.DATA_FOLDER_UNUSABLE, e.getMessage());
            return null;
        } catch (IllegalArgumentException e) {
            say(EventId.WAITING_FOR_SETTINGS, "Waiting for settings that work: " + e.getMessage());
            return null;
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The agent's start", e);
            say(EventId.FAULT, "The agent cannot start by a fault of its own, and tries again: " + e);
            return null;
        }
    }

    private static void end(AutoCloseable agent) {
        try {
            if (agent != null) {
                agent.close();
            }
        } catch (Exception e) {
            LOG.error("The agent did not stop cleanly", e);
        }
    }

    /** Once for each state of affairs, not at each look. */
    private void say(EventId id, String sentence) {
        if (!sentence.equals(lastSaid)) {
            lastSaid = sentence;
            LOG.warn(id.marker(), sentence);
        }
    }
}
