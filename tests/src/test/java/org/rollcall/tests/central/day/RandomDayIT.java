package org.rollcall.tests.central.day;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rollcall.central.board.Condition;

/** The board equals the truth: 350 machines in 12 rooms, real agents, real central, a day of two minutes. */
class RandomDayIT {
    private static final int MACHINES = 350;
    private static final int ROOMS = 12;
    /** Time for a busy computer; on an idle one it is a fraction of it. */
    private static final Duration QUIET = Duration.ofSeconds(90);

    private final long seed = Long.getLong("day.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private Day day;
    private int people;

    @Test
    @Timeout(600)
    void boardAndHistoryEqualTheTruthAtEachQuietMomentOfARandomDay() throws Exception {
        System.out.println("day.seed=" + seed);
        try (Day opened = new Day(MACHINES, ROOMS)) {
            day = opened;
            day.each(day.machines(), DayMachine::boot);
            day.isTrue("all are on", QUIET);
            life(400, Duration.ofSeconds(8));
            day.isTrue("people came and went", QUIET);
            restarts();
            day.isTrue("agents and machines were restarted", QUIET);
            List<DayMachine> dead = cuts();
            day.isTrue("a room without network, machines without power", QUIET);
            day.mendNetwork();
            day.each(dead, DayMachine::boot);
            day.isTrue("network and power are back", QUIET);
            day.stopCentral();
            life(150, Duration.ofSeconds(3));
            day.startCentral();
            day.isTrue("central was away", QUIET);
            day.stopServer();
            life(150, Duration.ofSeconds(3));
            day.startServer();
            day.isTrue("the server was away", QUIET);
            evening();
            day.isTrue("all are off", QUIET);
            assertTrue(people > 100, () -> "a day of " + people + " people shows nothing");
        }
    }

    /** So many things that people do, spread over the time. */
    private void life(int deeds, Duration time) {
        for (int i = 0; i < deeds; i++) {
            DayMachine machine = day.machines().get(random.nextInt(MACHINES));
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

    private void restarts() {
        List<DayMachine> some = some(30);
        day.each(some.subList(0, 15), DayMachine::restartAgent);
        List<DayMachine> off = some.subList(15, 30);
        day.each(off, DayMachine::shutdown);
        day.isTrue("some are off", QUIET);
        day.each(off, DayMachine::boot);
    }

    /** Half of them so that the server notices. */
    private List<DayMachine> cuts() {
        List<DayMachine> dead = some(10);
        day.cutNetwork();
        day.each(dead.subList(0, 5), machine -> machine.cutPower(true));
        day.each(dead.subList(5, 10), machine -> machine.cutPower(false));
        life(100, Duration.ofSeconds(5));
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
