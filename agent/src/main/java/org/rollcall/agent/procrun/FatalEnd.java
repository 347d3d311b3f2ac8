package org.rollcall.agent.procrun;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.rollcall.agent.log.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process that has lost a part that it cannot do without. Only an end without a word to the service manager makes
 * Windows start a new one: a service that reports STOPPED, even with an error, is left alone, and one whose threads died
 * seems to run.
 */
final class FatalEnd implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FatalEnd.class);

    /** Of the process; the JVM's own, for lack of memory, is 3. */
    static final int EXIT_CODE = 70;

    /** The one that waits for settings and keeps the agent, the one that enrols, the watch, the link, and the sender of events. */
    private static final Set<String> VITAL =
            Set.of("rollcall-settings", "rollcall-enrol", "rollcall-watch", "rollcall-link", "rollcall-send");

    private final IntConsumer halt;
    private final Duration lastWords;

    FatalEnd() {
        this(Runtime.getRuntime()::halt, Duration.ofSeconds(2));
    }

    /** @param lastWords after which the process ends, said or not */
    FatalEnd(IntConsumer halt, Duration lastWords) {
        this.halt = halt;
        this.lastWords = lastWords;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        // A stack that overflows is the fault of one task, and its thread's pool makes another one.
        boolean ofTheProcess = thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError);
        if (ofTheProcess || VITAL.contains(thread.getName())) {
            end("the thread " + thread.getName() + " died of " + thrown, thrown);
        } else {
            LOG.error("The thread {} died; the agent does without it", thread.getName(), thrown);
        }
    }

    void end(String why, Throwable thrown) {
        guard();
        try {
            LOG.error(EventId.ENDED_BY_FAULT.marker(), "The agent ends, to be started anew: {}", why, thrown);
        } finally {
            halt.accept(EXIT_CODE);
        }
    }

    /** The log may be what is broken. */
    private void guard() {
        try {
            Thread guard = new Thread(
                    () -> {
                        long end = System.nanoTime() + lastWords.toNanos();
                        while (end - System.nanoTime() > 0) {
                            LockSupport.parkNanos(end - System.nanoTime());
                        }
                        halt.accept(EXIT_CODE);
                    },
                    "rollcall-halt");
            guard.setDaemon(true);
            guard.start();
        } catch (OutOfMemoryError noMoreThreads) {
            LOG.debug("unguarded", noMoreThreads);
        }
    }
}
