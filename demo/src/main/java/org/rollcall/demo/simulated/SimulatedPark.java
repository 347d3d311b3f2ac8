package org.rollcall.demo.simulated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.service.AgentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rooms of simulated PCs, and the life in them: one seed, one course of things. */
public final class SimulatedPark implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedPark.class);
    private static final int STARTERS = 4;
    /** Whoever is there came within this time. */
    static final int THERE_FOR_SECONDS = 1500;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** Makes the agent of one machine; it is not started yet. */
    public interface Agents {
        AgentService on(Seat seat, Host host) throws DataFolderException;
    }

    private final List<SimulatedMachine> machines = new ArrayList<>();
    private final Random random;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, daemon("rollcall-demo-life"));
    private final ExecutorService starters = Executors.newFixedThreadPool(STARTERS, daemon("rollcall-demo-power"));
    private volatile boolean closing;

    public SimulatedPark(List<Seat> seats, long seed, Agents agents, Screens screens, Clock clock) {
        random = new Random(seed);
        People people = new People(new Random(seed));
        for (Seat seat : seats) {
            Pc pc = new Pc(seat, people, clock, random.nextLong());
            Instant morning = Timetable.boot(seat, LocalDate.now(clock), clock.getZone());
            if (morning.isBefore(PastLife.until(clock.instant()))) {
                pc.boot(morning);
            }
            // As in a lesson: two seats of three are taken, since a while.
            if (random.nextInt(3) > 0) {
                pc.logon(clock.instant().minus(Duration.ofSeconds(60 + random.nextInt(THERE_FOR_SECONDS))));
            }
            machines.add(new SimulatedMachine(pc, host -> agents.on(seat, host), screens, timer, clock));
        }
    }

    /** Switches all machines on, several at a time, and returns at once. */
    public void start() {
        machines.forEach(machine -> starters.execute(() -> {
            try {
                machine.switchOn();
            } catch (DataFolderException e) {
                LOG.warn("{} does not start: {}", machine.pc().seat().machine(), e.getMessage());
            }
        }));
    }

    /** Whoever is at this machine does not leave it empty, so that what the demo proposes to try there works. */
    public void keepSomebodyAt(String name) {
        machines.stream()
                .map(SimulatedMachine::pc)
                .filter(pc -> pc.seat().machine().equals(name))
                .forEach(Pc::keepSomebody);
    }

    /** From now on somebody comes, goes, locks or unlocks somewhere, about every {@code pause}. */
    public void live(Duration pause) {
        timer.schedule(() -> somethingHappens(pause), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void somethingHappens(Duration pause) {
        if (closing) {
            return;
        }
        SimulatedMachine machine = machines.get(random.nextInt(machines.size()));
        try {
            if (machine.isOn()) {
                machine.pc().live();
            }
        } catch (ActionFailedException e) {
            LOG.debug("somebody was faster at {}: {}", machine.pc().seat().machine(), e.getMessage());
        }
        live(Duration.ofMillis(pause.toMillis() / 2 + random.nextInt((int) pause.toMillis())));
    }

    /** Switches all machines off; each says goodbye. */
    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        machines.forEach(machine -> starters.execute(machine::close));
        starters.shutdown();
        try {
            if (!starters.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Some simulated PCs did not stop within {} s", STOP_WITHIN.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemon(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
