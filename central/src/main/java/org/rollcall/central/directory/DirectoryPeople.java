package org.rollcall.central.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rollcall.central.park.Person;
import org.rollcall.xmpp.text.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory's people in memory, read anew in the background; while it cannot be asked, those of before stay. */
public final class DirectoryPeople implements Supplier<Collection<Person>>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryPeople.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(15);

    private final Reader reader;
    private final Duration every;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "rollcall-directory");
        made.setDaemon(true);
        return made;
    });

    private volatile Collection<Person> people = List.of();
    private volatile Map<String, Set<String>> groups = Map.of();
    private volatile Trouble trouble;
    private Duration retry = FIRST_RETRY;

    /** Asks for everybody. */
    @FunctionalInterface
    public interface Reader {
        Everybody everybody() throws DirectoryException;
    }

    /** Why the directory could not be asked, since when. */
    public record Trouble(Instant since, Sentence sentence) {}

    /** @param every how long people stay as they were read */
    public DirectoryPeople(Reader reader, Duration every, InstantSource clock) {
        this.reader = reader;
        this.every = every;
        this.clock = clock;
    }

    /** Asks at once, and from then on again and again. */
    public void start() {
        next(Duration.ZERO);
    }

    /** As last heard; none before the first answer. */
    @Override
    public Collection<Person> get() {
        return people;
    }

    /** As last heard, of the groups that are asked for. @param login the whole of it, in any case */
    public Set<String> groups(String login) {
        return groups.getOrDefault(login.toLowerCase(Locale.ROOT), Set.of());
    }

    /** Empty while all is well. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** @return after how long to ask again */
    Duration refresh() {
        try {
            Everybody everybody = reader.everybody();
            Collection<Person> heard = everybody.people();
            // The same collection stays while it says the same: whoever looks sees that there is nothing new.
            if (!heard.equals(people)) {
                LOG.info("The directory knows {} people", heard.size());
                people = heard;
            }
            groups = everybody.groups();
            trouble = null;
            retry = FIRST_RETRY;
            return every;
        } catch (DirectoryException e) {
            if (trouble == null || !trouble.sentence().equals(e.told())) {
                LOG.warn("{}; people stay as they were last read ({} of them)", e.getMessage(), people.size());
            }
            LOG.debug("Reading the directory failed", e);
            trouble = new Trouble(trouble == null ? clock.instant() : trouble.since(), e.told());
            Duration wait = retry;
            retry = least(retry.multipliedBy(2), every);
            return least(wait, every);
        }
    }

    private void next(Duration wait) {
        try {
            thread.schedule(this::refreshGuarded, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The directory is not asked any more");
        }
    }

    private void refreshGuarded() {
        Duration wait = every;
        try {
            wait = refresh();
        } catch (RuntimeException e) {
            LOG.error("Reading the directory failed by a fault of the program", e);
        }
        next(wait);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
