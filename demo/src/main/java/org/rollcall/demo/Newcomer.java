package org.rollcall.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.rollcall.central.service.CentralService;
import org.rollcall.demo.simulated.Screens;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.demo.simulated.SimulatedPark;

/** A simulated PC that is new today: it has no account, asks central for one, and waits for somebody's yes. */
final class Newcomer implements AutoCloseable {
    private static final Duration ASKS_WITHIN = Duration.ofSeconds(8);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Seat seat;
    private final SimulatedPark park;

    Newcomer(Seat seat, long seed, SimulatedPark.Agents agents, Screens screens, Clock clock) {
        this.seat = seat;
        park = new SimulatedPark(List.of(seat), seed, agents, screens, clock);
    }

    String machine() {
        return seat.machine();
    }

    /** Returns when it waits at central, or after some seconds. */
    void start(CentralService central) {
        central.simulated(DemoAccounts.jid(seat));
        park.start();
        long end = System.nanoTime() + ASKS_WITHIN.toNanos();
        while (central.newcomers() == 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    @Override
    public void close() {
        park.close();
    }
}
