package org.rollcall.central.park;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the park and the people in force, and reads their files anew, without a restart, when they change. On mistakes
 * what was there before stays. {@link #park} and {@link #people} never block; listeners are called one after the other.
 */
public final class Reloader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reloader.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final ParkRule rule;
    private final WatchedFile<List<Room>> roomsFile;
    private final WatchedFile<List<Person>> peopleFile;
    private final Supplier<Collection<Person>> directory;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "rollcall-park");
        made.setDaemon(true);
        return made;
    });

    private volatile Park park;
    private volatile People people;
    private volatile Mistaken mistaken;
    private Collection<Person> directoryPeople;

    /**
     * What is wrong with the files now; for an administrator's page.
     *
     * @param at when it was found
     */
    public record Mistaken(Instant at, List<Mistake> mistakes) {

        public Mistaken {
            mistakes = List.copyOf(mistakes);
        }
    }

    /**
     * Reads the files at once.
     *
     * @param rule see {@link ParkRule}
     * @param roomsFile null: none
     * @param peopleFile null: none
     * @param directory the directory's people as last heard, the same collection until there is a new one; answers at
     *     once
     */
    public Reloader(
            Pattern rule,
            Path roomsFile,
            Path peopleFile,
            Supplier<Collection<Person>> directory,
            InstantSource clock) {
        this.rule = new ParkRule(rule);
        this.roomsFile = roomsFile == null ? null : new WatchedFile<>(roomsFile, RoomsFile::read, List.of());
        this.peopleFile = peopleFile == null ? null : new WatchedFile<>(peopleFile, PeopleFile::read, List.of());
        this.directory = directory;
        this.clock = clock;
        directoryPeople = directory.get();
        take();
    }

    /** Looks at the files from now on. */
    public void start() {
        thread.scheduleWithFixedDelay(this::lookGuarded, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Park park() {
        return park;
    }

    public People people() {
        return people;
    }

    /** Without mistakes when all files are in force as they are. */
    public Mistaken mistaken() {
        return mistaken;
    }

    /** @param reloaded called after the new park or people are in force, on the reloader's thread */
    public AutoCloseable listen(Runnable reloaded) {
        listeners.add(reloaded);
        return () -> listeners.remove(reloaded);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Looks once; a change is taken at the second look, when the file has come to rest. */
    synchronized void look() {
        boolean rooms = roomsFile != null && roomsFile.look();
        boolean named = peopleFile != null && peopleFile.look();
        Collection<Person> heard = directory.get();
        boolean directoryHeard = heard != directoryPeople;
        directoryPeople = heard;
        if (rooms || named || directoryHeard) {
            take();
            listeners.forEach(this::tell);
        }
    }

    private void lookGuarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("Looking at the park's files failed by a fault of the program", e);
        }
    }

    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A listener of the park failed", e);
        }
    }

    private void take() {
        List<Mistake> mistakes = new ArrayList<>();
        if (roomsFile != null) {
            mistakes.addAll(roomsFile.mistakes());
        }
        if (peopleFile != null) {
            mistakes.addAll(peopleFile.mistakes());
        }
        mistaken = new Mistaken(clock.instant(), mistakes);
        park = new FilePark(rule, roomsFile == null ? List.of() : roomsFile.content());
        people = new PeopleIndex(together(directoryPeople, peopleFile == null ? List.of() : peopleFile.content()));
    }

    /** The file's word is the stronger one; what it leaves open is the directory's. */
    private static Collection<Person> together(Collection<Person> directory, Collection<Person> file) {
        Map<String, Person> all = new LinkedHashMap<>();
        directory.forEach(person -> all.put(person.login(), person));
        for (Person person : file) {
            all.merge(
                    person.login(),
                    person,
                    (heard, written) -> new Person(
                            written.login(),
                            written.fullName() == null ? heard.fullName() : written.fullName(),
                            written.group() == null ? heard.group() : written.group(),
                            written.staff() || heard.staff()));
        }
        return all.values();
    }
}
