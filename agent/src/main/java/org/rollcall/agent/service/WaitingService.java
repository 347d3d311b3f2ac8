package org.rollcall.agent.service;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.rollcall.agent.host.SettingsChanges;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.EventId;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.SettingsDifference;
import org.rollcall.xmpp.settings.Problem;
import org.rollcall.xmpp.settings.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent as the system starts it: a service that failed for want of settings would take its installation back, so it
 * starts, says once what is missing, and looks again until it can work. Afterwards it looks whether settings have
 * changed, and puts them in force: in the agent that runs, or by one that takes its place.
 */
public final class WaitingService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingService.class);
    public static final Duration LOOK_EVERY = Duration.ofSeconds(15);
    /** The safety net under the notifications of changes. */
    private static final Duration LOOK_AGAIN_EVERY = Duration.ofMinutes(10);
    /** What a part that works needs by far not. */
    private static final Duration RESPONSE = Duration.ofSeconds(30);
    /** What an agent's end takes at most. */
    private static final long CLOSE_MILLIS = 3000;

    private static final String WAITING = "Waiting for settings that work: ";
    private static final String OLD_ONES_STAY = "Changed settings do not work, the old ones stay in force: ";

    private static final String UNREADABLE =
            "The settings cannot be read by a fault of the program, and are tried again: ";

    /** Makes and starts an agent. */
    public interface Maker {
        RunningAgent start(AgentSettings settings) throws DataFolderException;
    }

    private final Function<Problems, AgentSettings> reader;
    private final Maker maker;
    private final SettingsChanges changes;
    private final Duration lookEvery;
    private final Duration lookAgainEvery;
    private final Thread thread = new Thread(this::run, "rollcall-settings");
    private final Map<String, String> said = new HashMap<>();
    private RunningAgent agent;
    /** What the agent runs with. */
    private AgentSettings inForce;
    /** What was read last and was no mistake by itself, be it in force or refused. */
    private AgentSettings lastTried;
    /** Those that were read last did not start an agent, and the ones before them are in force. */
    private boolean refused;

    private boolean silent;

    private final Retry retry;

    private volatile boolean closed;

    /** @param reader reads all sources anew at each call */
    public WaitingService(Function<Problems, AgentSettings> reader, Maker maker, Duration lookEvery) {
        this(reader, maker, SettingsChanges.polled(), lookEvery, LOOK_AGAIN_EVERY);
    }

    /** @param changes tells when to look again; closed with the service */
    public WaitingService(Function<Problems, AgentSettings> reader, Maker maker, SettingsChanges changes) {
        this(reader, maker, changes, LOOK_EVERY, LOOK_AGAIN_EVERY);
    }

    /**
     * @param lookEvery while nothing runs
     * @param lookAgainEvery while an agent runs, besides what {@code changes} tells
     */
    public WaitingService(
            Function<Problems, AgentSettings> reader,
            Maker maker,
            SettingsChanges changes,
            Duration lookEvery,
            Duration lookAgainEvery) {
        this(reader, maker, changes, lookEvery, lookAgainEvery, System::nanoTime);
    }

    WaitingService(
            Function<Problems, AgentSettings> reader,
            Maker maker,
            SettingsChanges changes,
            Duration lookEvery,
            Duration lookAgainEvery,
            LongSupplier nanoTime) {
        retry = new Retry(nanoTime);
        this.reader = reader;
        this.maker = maker;
        this.changes = changes;
        this.lookEvery = lookEvery;
        this.lookAgainEvery = lookAgainEvery;
        thread.setDaemon(true);
    }

    /** Returns at once. */
    public void start() {
        thread.start();
    }

    /** Idempotent, from any thread; waits for the agent's own end, or for the start of one that is under way. */
    @Override
    public void close() {
        closed = true;
        changes.wake();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (changes) {
            while (!closed) {
                changes.arm();
                checkPulse();
                look();
                changes.await(untilNextLook());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            end();
        }
    }

    /** Twice in a row, as the first may have been a computer that has just woken up. */
    private void checkPulse() throws InterruptedException {
        if (agent == null || agent.responds(RESPONSE)) {
            silent = false;
        } else if (silent) {
            throw new IllegalStateException("a part of the agent does not respond any more");
        } else {
            silent = true;
        }
    }

    private Duration untilNextLook() {
        if (agent == null || silent) {
            return lookEvery;
        }
        return refused && retry.left().compareTo(lookAgainEvery) < 0 ? retry.left() : lookAgainEvery;
    }

    private void look() {
        Problems problems = new Problems(Locale.ENGLISH);
        AgentSettings settings;
        try {
            settings = reader.apply(problems);
            said.remove(UNREADABLE);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("Reading the settings", e);
            say(EventId.FAULT, UNREADABLE, e.toString());
            return;
        }
        String told = problems.all().stream().map(Problem::toString).collect(Collectors.joining("; "));
        if (closed) {
            return;
        }
        if (problems.fatal()) {
            if (agent == null) {
                say(EventId.WAITING_FOR_SETTINGS, WAITING, told);
            } else {
                say(EventId.SETTING_IGNORED, OLD_ONES_STAY, told);
            }
            return;
        }
        boolean changed = agent != null
                && !SettingsDifference.between(lastTried, settings).isEmpty();
        if (changed || !refused) {
            // Said again when it happens again.
            said.remove(OLD_ONES_STAY);
        }
        say(EventId.SETTING_IGNORED, "Settings that do not count: ", told);
        if (agent == null) {
            begin(settings);
        } else if (changed) {
            retry.forget();
            change(settings);
        } else if (refused && retry.isDue()) {
            change(settings);
        }
    }

    private void begin(AgentSettings settings) {
        try {
            agent = maker.start(settings);
            inForce = settings;
            lastTried = settings;
            said.remove(WAITING);
        } catch (UnfinishedSystemException e) {
            say(EventId.WINDOWS_UNFINISHED, "", e.getMessage());
        } catch (DataFolderException e) {
            say(EventId.DATA_FOLDER_UNUSABLE, "", e.getMessage());
        } catch (IllegalArgumentException e) {
            say(EventId.WAITING_FOR_SETTINGS, WAITING, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The agent's start", e);
            say(EventId.FAULT, "The agent cannot start by a fault of its own, and tries again: ", e.toString());
        }
    }

    private void change(AgentSettings settings) {
        lastTried = settings;
        refused = false;
        Set<String> changed = SettingsDifference.between(inForce, settings);
        if (changed.isEmpty()) {
            LOG.info("Settings are again what they were");
            return;
        }
        if (agent.adopt(settings, changed)) {
            LOG.info("Changed settings are in force: {}", changed);
            inForce = settings;
            return;
        }
        LOG.info("Settings have changed, the agent begins anew with them: {}", changed);
        end();
        if (!closed) {
            replace(settings);
        }
    }

    /** The journal goes from the one to the other, and with it who is logged on: nothing that happens is lost. */
    private void replace(AgentSettings settings) {
        try {
            agent = maker.start(settings);
            inForce = settings;
            return;
        } catch (DataFolderException | IllegalArgumentException e) {
            say(EventId.SETTING_IGNORED, OLD_ONES_STAY, e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The agent's start", e);
            say(EventId.SETTING_IGNORED, OLD_ONES_STAY, e.toString());
        }
        begin(inForce);
        // Not tried again before they change, or time has passed: what was in the way may be gone.
        lastTried = settings;
        refused = agent != null;
        retry.failed();
    }

    private void end() {
        RunningAgent ending = agent;
        agent = null;
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (RuntimeException e) {
            LOG.error("The agent did not stop cleanly", e);
        }
    }

    /** Once for each state of affairs, not at each look. */
    private void say(EventId id, String what, String sentences) {
        if (!sentences.equals(said.put(what, sentences)) && !sentences.isEmpty()) {
            LOG.warn(id.marker(), "{}{}", what, sentences);
        }
    }
}
