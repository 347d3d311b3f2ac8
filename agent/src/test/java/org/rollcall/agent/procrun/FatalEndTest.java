package org.rollcall.agent.procrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.schedule.SchedulerThread;

class FatalEndTest {
    private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
    private final FatalEnd fatal = new FatalEnd(ends::add, Duration.ofMinutes(1));

    @Test
    void theDeathOfAThreadThatTheAgentCannotDoWithoutEndsTheProcess() throws Exception {
        die("rollcall-watch", new IllegalStateException("killed"));

        assertEquals(FatalEnd.EXIT_CODE, ends.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void theDeathOfAnyOtherThreadDoesNot() throws Exception {
        die("rollcall-run-output", new IllegalStateException("killed"));
        die("rollcall-command-1", new StackOverflowError());

        assertNull(ends.poll());
    }

    @Test
    void lackOfMemoryEndsTheProcessWhereverItShows() throws Exception {
        die("rollcall-command-1", new OutOfMemoryError("unable to create native thread"));

        assertEquals(FatalEnd.EXIT_CODE, ends.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void anErrorInATaskOfTheSenderIsNotKeptBack() throws Exception {
        try (SchedulerThread scheduler = new SchedulerThread("rollcall-send")) {
            scheduler.run(() -> Thread.currentThread().setUncaughtExceptionHandler(fatal));
            scheduler.run(() -> {
                throw new AssertionError("a bug");
            });

            assertEquals(FatalEnd.EXIT_CODE, ends.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aLogThatHangsDoesNotKeepTheProcess() throws Exception {
        FatalEnd impatient = new FatalEnd(ends::add, Duration.ofMillis(1));
        Thread thread = new Thread(() -> impatient.end("test", new HangingError()));
        thread.setDaemon(true);
        thread.start();

        assertEquals(FatalEnd.EXIT_CODE, ends.poll(10, TimeUnit.SECONDS));
        thread.interrupt();
    }

    private void die(String name, Throwable of) throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    if (of instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) of;
                },
                name);
        thread.setUncaughtExceptionHandler(fatal);
        thread.start();
        thread.join(10_000);
    }

    /** Whoever prints it waits. */
    private static final class HangingError extends Error {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized String getMessage() {
            try {
                new java.util.concurrent.CountDownLatch(1).await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "";
        }
    }
}
