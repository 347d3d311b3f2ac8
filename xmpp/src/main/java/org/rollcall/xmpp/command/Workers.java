package org.rollcall.xmpp.command;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A few threads that commands run on, and a clock that interrupts them. A command that ignores its interruption keeps
 * its thread, but its asker is answered. Idle threads end, so that an agent at rest has none of them.
 */
final class Workers implements AutoCloseable {
    static final int MOST_THREADS = 4;
    static final int LONGEST_QUEUE = 64;

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor limits;

    Workers() {
        this(MOST_THREADS, LONGEST_QUEUE);
    }

    Workers(int mostThreads, int longestQueue) {
        threads = new ThreadPoolExecutor(
                mostThreads,
                mostThreads,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(longestQueue),
                named("rollcall-command-"));
        threads.allowCoreThreadTimeOut(true);
        limits = new ScheduledThreadPoolExecutor(1, named("rollcall-command-limit-"));
        limits.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        limits.allowCoreThreadTimeOut(true);
        limits.setRemoveOnCancelPolicy(true);
    }

    /** False when all are busy and the queue is full. The time limit counts from here: it is what the asker waits. */
    boolean submit(Command command, Request request, Finish finish) {
        FutureTask<Void> task = new FutureTask<>(() -> work(command, request, finish), null);
        Duration limit = command.timeLimit();
        AtomicReference<Future<?>> timer = new AtomicReference<>();
        Runnable work = () -> {
            task.run();
            timer.get().cancel(false);
        };
        try {
            timer.set(limits.schedule(
                    () -> {
                        finish.tookTooLong(limit);
                        task.cancel(true);
                        threads.remove(work);
                    },
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException e) {
            return false;
        }
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            timer.get().cancel(false);
            return false;
        }
    }

    private static void work(Command command, Request request, Finish finish) {
        if (finish.isDone()) {
            return;
        }
        try {
            finish.answered(command.answer(request));
        } catch (Refusal refusal) {
            finish.refused(refusal);
        } catch (InterruptedException e) {
            // By its time limit, or by the program's end: either way nobody hears of it but the asker.
            finish.tookTooLong(command.timeLimit());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            finish.failed(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        limits.shutdownNow();
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
