package org.rollcall.demo.simulated;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.service.AgentService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One simulated PC with the real agent on it; it can be switched off, and comes on again by itself. */
final class SimulatedMachine implements Power, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMachine.class);
    private static final Duration BOOT_TAKES = Duration.ofSeconds(3);
    /** Somebody comes along and presses the button. */
    private static final Duration STAYS_OFF = Duration.ofSeconds(30);

    /** Makes the agent of a machine; it is not started yet. */
    interface Agents {
        AgentService on(Host host) throws DataFolderException;
    }

    private final Pc pc;
    private final Agents agents;
    private final Screens screens;
    private final ScheduledExecutorService timer;
    private final Clock clock;
    private AgentService agent;
    private ScheduledFuture<?> pending;
    private boolean closed;

    SimulatedMachine(Pc pc, Agents agents, Screens screens, ScheduledExecutorService timer, Clock clock) {
        this.pc = pc;
        this.agents = agents;
        this.screens = screens;
        this.timer = timer;
        this.clock = clock;
    }

    Pc pc() {
        return pc;
    }

    synchronized boolean isOn() {
        return agent != null;
    }

    synchronized void switchOn() throws DataFolderException {
        if (agent == null && !closed) {
            agent = agents.on(new SimulatedHost(pc, new SimulatedActions(pc, this, screens)));
            agent.start();
        }
    }

    @Override
    public void restart(Duration delay) throws ActionFailedException {
        later(delay, BOOT_TAKES);
    }

    @Override
    public void shutdown(Duration delay) throws ActionFailedException {
        later(delay, STAYS_OFF);
    }

    @Override
    public synchronized void cancel() throws ActionFailedException {
        if (pending == null || !pending.cancel(false)) {
            throw new ActionFailedException(Reason.GONE, "no restart or shutdown is pending");
        }
        pending = null;
    }

    private synchronized void later(Duration delay, Duration off) throws ActionFailedException {
        if (pending != null && !pending.isDone()) {
            throw new ActionFailedException(Reason.FAILED, "a restart or shutdown is pending already");
        }
        // Not at once, or the answer to the order would be cut off by it.
        long wait = Math.max(500, delay.toMillis());
        pending = timer.schedule(() -> cycle(off), wait, TimeUnit.MILLISECONDS);
    }

    private void cycle(Duration off) {
        switchOff();
        timer.schedule(this::boot, off.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void boot() {
        pc.boot(clock.instant());
        try {
            switchOn();
        } catch (DataFolderException e) {
            LOG.warn("{} does not start: {}", pc.seat().machine(), e.getMessage());
        }
    }

    private void switchOff() {
        AgentService stopping;
        synchronized (this) {
            stopping = agent;
            agent = null;
        }
        if (stopping != null) {
            stopping.close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        switchOff();
    }
}
