package org.rollcall.tests.central.day;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.rollcall.central.board.Condition;
import org.rollcall.tests.fixture.ServerKind;

/** The board equals the truth: real agents, real central, and a day of a few minutes. */
public final class RandomDay {
    /** Time for a busy computer; on an idle one it is a fraction of it. */
    private static final Duration QUIET = Duration.ofSeconds(90);

    private final long seed = Long.getLong("day.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Day day;
    private final int machines;
    private int people;

    private RandomDay(Day day) {
        this.day = day;
        machines = day.machines().size();
    }

    /** On Prosody or ejabberd. */
    public static void on(ServerKind kind, int machines, int rooms) throws Exception {
        on(users -> new RealDayServer(kind, users), machines, rooms);
    }

    static void on(Day.Opening server, int machines, int rooms) throws Exception {
        try (Day day = new Day(server, machines, rooms)) {
            new RandomDay(day).run();
        }
    }

    private void run() throws Exception {
        System.out.println("day.seed=" + seed);
        day.each(day.machines(), DayMachine::boot);
        day.isTrue("all are on", QUIET);
        life(machines + 50, Duration.ofSeconds(8));
        day.isTrue("people came and went", QUIET);
        restarts(Math.max(2, machines / 24));
        day.isTrue("agents and machines were restarted", QUIET);
        List<DayMachine> dead = cuts(Math.max(2, machines / 70));
        day.isTrue("a room without network, machines without power", QUIET);
        day.mendNetwork();
        day.each(dead, DayMachine::boot);
        day.isTrue("network and power are back", QUIET);
        day.stopCentral();
        life(machines / 2, Duration.ofSeconds(3));
        day.startCentral();
        day.isTrue("central was away", QUIET);
        day.stopServer();
        life(machines / 2, Duration.ofSeconds(3));
        day.startServer();
        day.isTrue("the server was away", QUIET);
        evening();
        day.isTrue("all are off", QUIET);
        int fewest = machines / 4;
        assertTrue(people > fewest, () -> "a day of " + people + " people shows nothing");
    }

    /** So many things that people do, spread over the time. */
    private void life(int deeds, Duration time) {
        for (int i = 0; i < deeds; i++) {
            DayMachine machine = day.machines().get(random.nextInt(machines));
            if (machine.isOn() && !machine.isUnread()) {
                something(machine);
            }
            LockSupport.parkNanos(time.toNanos() / deeds);
        }
    }

    private void something(DayMachine machine) {
        boolean somebody = machine.condition() == Condition.IN_USE;
        boolean locked = machine.condition() == Condition.LOCKED;
        int dice = random.nextInt(100);
        if (!somebody && !locked) {
            machine.logon(person());
        } else if (locked) {
            if (dice < 60) {
                machine.lock(false);
            } else if (dice < 80) {
                machine.logon(person());
            } else {
                machine.logoff();
            }
        } else if (dice < 40) {
            machine.lock(true);
        } else {
            machine.logoff();
        }
    }

    /** Of so many agents, and of as many machines. */
    private void restarts(int count) {
        List<DayMachine> some = some(2 * count);
        day.each(some.subList(0, count), DayMachine::restartAgent);
        List<DayMachine> off = some.subList(count, 2 * count);
        day.each(off, DayMachine::shutdown);
        day.isTrue("some are off", QUIET);
        day.each(off, DayMachine::boot);
    }

    /** Of so many so that the server notices, and of as many so that it does not. */
    private List<DayMachine> cuts(int count) {
        List<DayMachine> dead = some(2 * count);
        day.cutNetwork();
        day.each(dead.subList(0, count), machine -> machine.cutPower(true));
        day.each(dead.subList(count, 2 * count), machine -> machine.cutPower(false));
        life(machines / 4, Duration.ofSeconds(5));
        return dead;
    }

    private void evening() {
        List<DayMachine> all = new ArrayList<>(day.machines());
        for (DayMachine machine : all) {
            while (!machine.present().isEmpty()) {
                machine.logoff();
            }
        }
        day.isTrue("all have gone home", QUIET);
        day.each(all, DayMachine::shutdown);
    }

    /** Not of the room whose network is cut. */
    private List<DayMachine> some(int count) {
        List<DayMachine> some = new ArrayList<>(day.machines());
        some.removeIf(machine -> machine.room().equals(day.machines().get(0).room()));
        Collections.shuffle(some, random);
        return some.subList(0, count);
    }

    private String person() {
        people++;
        return "person." + people;
    }
}
