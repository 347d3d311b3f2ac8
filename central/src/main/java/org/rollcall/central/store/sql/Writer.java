package org.rollcall.central.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.rollcall.central.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What waits is done in one transaction, so that many stanzas cost one sync of the disk. A
 * group that fails is done again one by one, so that a bad one hurts itself alone; three failures in a row are the
 * database's, and fail the rest. Answers are given by a second thread, in order, and so never hold up the next commit.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    /** Beyond what the stores let wait for themselves. */
    private static final int MOST_WAITING = 20_000;

    private static final int MOST_TOGETHER = 250;
    private static final int HOPELESS = 3;
    private static final int WAIT_SECONDS = 30;

    private final Jdbi jdbi;
    private final BlockingQueue<Task<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ExecutorService answers =
            Executors.newSingleThreadExecutor(task -> daemon(task, "rollcall-store-answers"));
    private final Thread thread = daemon(this::run, "rollcall-store");
    private volatile boolean closing;
    /** The writer's own. */
    private boolean ended;

    Writer(Jdbi jdbi) {
        this.jdbi = jdbi;
        thread.start();
    }

    /** Done in the order given; completes after the commit, exceptionally when nothing of it was committed. */
    <T> CompletableFuture<T> submit(Function<Handle, T> work) {
        Task<T> task = new Task<>(work);
        if (closing || !waiting.offer(task)) {
            task.answer.completeExceptionally(
                    closing ? closed() : new RejectedExecutionException(MOST_WAITING + " writes wait already"));
        }
        return task.answer;
    }

    /** The same, and waits for it: 30 s at most. */
    <T> T now(Function<Handle, T> work) {
        try {
            return submit(work).get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StoreException("cannot be stored: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException("the database did not take it within " + WAIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while storing", e);
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    int waiting() {
        return waiting.size();
    }

    private void run() {
        List<Task<?>> group = new ArrayList<>();
        while (true) {
            try {
                if (ended) {
                    return;
                }
                group.add(waiting.take());
                waiting.drainTo(group, MOST_TOGETHER - 1);
                write(group);
            } catch (InterruptedException e) {
                LOG.debug("interrupted", e);
            } finally {
                group.clear();
            }
        }
    }

    private void write(List<Task<?>> group) {
        RuntimeException failure = tryAll(group);
        if (failure == null) {
            return;
        }
        LOG.debug("a group of {} failed", group.size(), failure);
        int inARow = 0;
        for (Task<?> task : group) {
            RuntimeException again = group.size() == 1 || inARow >= HOPELESS ? failure : tryAll(List.of(task));
            inARow = again == null ? 0 : inARow + 1;
            if (again != null) {
                failure = again;
                LOG.warn("Could not be stored, and will come again: {}", again.getMessage());
                answer(() -> task.answer.completeExceptionally(again));
            }
        }
    }

    private RuntimeException tryAll(List<Task<?>> group) {
        try {
            jdbi.useTransaction(handle -> group.forEach(task -> task.apply(handle)));
        } catch (RuntimeException e) {
            return e;
        }
        List<Task<?>> done = List.copyOf(group);
        answer(() -> done.forEach(Task::complete));
        return null;
    }

    private void answer(Runnable answer) {
        try {
            answers.execute(answer);
        } catch (RejectedExecutionException e) {
            answer.run();
        }
    }

    /** What waits is still done. */
    @Override
    public void close() {
        closing = true;
        try {
            waiting.put(new Task<>(handle -> ended = true));
            thread.join(TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
            // Whoever came in between the two lines above is not left without an answer.
            waiting.forEach(late -> late.answer.completeExceptionally(closed()));
            answers.shutdown();
            answers.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RejectedExecutionException closed() {
        return new RejectedExecutionException("the store is closing");
    }

    private static Thread daemon(Runnable run, String name) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        return thread;
    }

    private static final class Task<T> {
        private final Function<Handle, T> work;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private T result;

        Task(Function<Handle, T> work) {
            this.work = work;
        }

        void apply(Handle handle) {
            try {
                result = work.apply(handle);
            } catch (Error e) {
                throw new CompletionException(e);
            }
        }

        void complete() {
            answer.complete(result);
        }
    }
}
