package org.rollcall.agent.schedule;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Runs tasks at once, and later ones when the test says that time has passed. */
public final class ManualScheduler implements Scheduler {
    private record Later(long at, long order, Runnable task) {}

    private final List<Later> later = new ArrayList<>();
    private final Deque<Runnable> now = new ArrayDeque<>();
    private boolean running;
    private long millis;
    private long order;

    @Override
    public void run(Runnable task) {
        now.add(task);
        if (running) {
            return;
        }
        running = true;
        while (!now.isEmpty()) {
            now.remove().run();
        }
        running = false;
    }

    @Override
    public void runIn(Duration delay, Runnable task) {
        later.add(new Later(millis + delay.toMillis(), order++, task));
    }

    public void pass(Duration time) {
        long until = millis + time.toMillis();
        while (true) {
            Later next = later.stream()
                    .filter(task -> task.at <= until)
                    .min(Comparator.comparingLong(Later::at).thenComparingLong(Later::order))
                    .orElse(null);
            if (next == null) {
                break;
            }
            later.remove(next);
            millis = next.at;
            run(next.task);
        }
        millis = until;
    }
}
