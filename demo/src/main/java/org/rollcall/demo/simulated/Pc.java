package org.rollcall.demo.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.HostProcess;
import org.rollcall.agent.host.Session;

/** A PC that does not exist: who is logged on to it, and what runs there. Thread-safe. */
final class Pc {
    /** What a simulated person did says so, wherever it is told of. */
    static final String WINDOWS_DOMAIN = "SIMULATED";

    private static final class Place {
        final int id;
        final Person person;
        final Instant since;
        boolean active = true;
        boolean locked;
        Instant idleSince;

        Place(int id, Person person, Instant since) {
            this.id = id;
            this.person = person;
            this.since = since;
        }
    }

    private final Seat seat;
    private final People people;
    private final Clock clock;
    private final Random random;
    private final ProcessTable processes;
    private final Map<Integer, Place> places = new LinkedHashMap<>();
    private Instant boot;
    private int nextId = 1;
    private Runnable changed = () -> {};
    private boolean kept;

    Pc(Seat seat, People people, Clock clock, long seed) {
        this.seat = seat;
        this.people = people;
        this.clock = clock;
        this.random = new Random(seed);
        this.processes = new ProcessTable(random, clock);
        boot(clock.instant().minus(Duration.ofMinutes(30 + random.nextInt(300))));
    }

    Seat seat() {
        return seat;
    }

    /** @param listener told after each change of the sessions, on the thread that made it */
    synchronized void onChange(Runnable listener) {
        changed = listener;
    }

    /** From now on the last one does not leave of their own accord: somebody is there to be asked about. */
    synchronized void keepSomebody() {
        kept = true;
    }

    synchronized Instant bootTime() {
        return boot;
    }

    /** Everybody is gone, and it is on again. */
    synchronized void boot(Instant at) {
        places.values().forEach(place -> people.leave(place.person));
        places.clear();
        nextId = 1;
        boot = at;
        processes.boot(at);
    }

    synchronized List<Session> sessions() {
        List<Session> sessions = new ArrayList<>();
        for (Place place : places.values()) {
            sessions.add(new Session(
                    place.id,
                    place.person.login(),
                    WINDOWS_DOMAIN,
                    place.person.sid(),
                    place.person.fullName(),
                    place.active ? Session.State.ACTIVE : Session.State.DISCONNECTED,
                    Session.Kind.CONSOLE,
                    place.since,
                    place.active ? place.locked : null,
                    place.idleSince,
                    null,
                    null));
        }
        return sessions;
    }

    synchronized List<HostProcess> processes() {
        return processes.rows();
    }

    /** Logs somebody on; who was at the screen is left behind, as fast user switching does. */
    void logon(Instant at) {
        synchronized (this) {
            places.values().forEach(place -> place.active = false);
            Person person = people.come();
            Place place = new Place(nextId++, person, at);
            places.put(place.id, place);
            processes.logon(place.id, person.login(), at);
        }
        changed.run();
    }

    void logoff(int session) throws ActionFailedException {
        synchronized (this) {
            Place place = place(session);
            places.remove(place.id);
            people.leave(place.person);
            processes.logoff(place.id);
            // Who was left behind by a switch finds the screen again, after unlocking it.
            places.values().stream().reduce((first, second) -> second).ifPresent(last -> {
                last.active = true;
                last.locked = true;
            });
        }
        changed.run();
    }

    /** What disconnecting does at the console, too. */
    void lock(int session) throws ActionFailedException {
        synchronized (this) {
            Place place = place(session);
            place.locked = true;
            place.idleSince = clock.instant();
        }
        changed.run();
    }

    /** Something that people do at any moment: open a program, lock, unlock, leave, let another one in. */
    void live() throws ActionFailedException {
        int lockedId = 0;
        int activeId = 0;
        synchronized (this) {
            for (Place place : places.values()) {
                if (place.active && place.locked) {
                    lockedId = place.id;
                } else if (place.active) {
                    activeId = place.id;
                    processes.open(place.id, place.person.login(), clock.instant());
                }
            }
        }
        int dice = random.nextInt(100);
        boolean stays = isTheLastToStay();
        if (activeId == 0 && lockedId == 0) {
            logon(clock.instant());
        } else if (lockedId != 0 && (dice < 70 || stays)) {
            unlock(lockedId);
        } else if (lockedId != 0 && dice < 85 && places() == 1) {
            logon(clock.instant());
        } else if (activeId != 0 && (dice < 50 || stays)) {
            lock(activeId);
        } else {
            logoff(activeId == 0 ? lockedId : activeId);
        }
    }

    void message(int session) throws ActionFailedException {
        synchronized (this) {
            place(session);
        }
    }

    synchronized void kill(long pid, Instant started, String name) throws ActionFailedException {
        processes.kill(pid, started, name);
    }

    private void unlock(int session) throws ActionFailedException {
        synchronized (this) {
            Place place = place(session);
            place.locked = false;
            place.idleSince = null;
        }
        changed.run();
    }

    private synchronized boolean isTheLastToStay() {
        return kept && places.size() == 1;
    }

    private synchronized int places() {
        return places.size();
    }

    private Place place(int session) throws ActionFailedException {
        Place place = places.get(session);
        if (place == null) {
            throw new ActionFailedException(Reason.GONE, "no session " + session);
        }
        return place;
    }
}
