package org.rollcall.central.privacy;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Purges a minute after the start and every six hours, so that a central which is restarted each night purges too. */
public final class DailyPurge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyPurge.class);

    private final Purge purge;
    private final Supplier<Keep> keep;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rollcall-purge");
        thread.setDaemon(true);
        return thread;
    });

    public DailyPurge(Purge purge, Supplier<Keep> keep, InstantSource clock) {
        this.purge = purge;
        this.keep = keep;
        this.clock = clock;
    }

    public void start() {
        executor.scheduleWithFixedDelay(this::run, 1, TimeUnit.HOURS.toMinutes(6), TimeUnit.MINUTES);
    }

    void run() {
        try {
            Purge.Purged purged = purge.purge(keep.get(), clock.instant());
            if (purged.sessions() + purged.events() + purged.auditLines() > 0) {
                LOG.info(
                        "Kept for long enough, and deleted: {} sessions, {} events, {} lines of the audit",
                        purged.sessions(),
                        purged.events(),
                        purged.auditLines());
            }
        } catch (RuntimeException e) {
            LOG.error("What is too old could not be deleted, and is tried again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
