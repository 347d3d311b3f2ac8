package org.rollcall.central.inbox;

import java.time.Duration;
import java.util.PriorityQueue;
import org.rollcall.central.fake.FakeTime;

/** What is to happen on a time of its own. */
final class Agenda {
    private record Task(long at, long order, Runnable what) {}

    final FakeTime time = new FakeTime();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>((one, other) ->
            one.at() != other.at() ? Long.compare(one.at(), other.at()) : Long.compare(one.order(), other.order()));
    private long now;
    private long orders;

    void in(long millis, Runnable what) {
        tasks.add(new Task(now + millis, orders++, what));
    }

    void pass(Duration duration) {
        long end = now + duration.toMillis();
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.remove();
            time.pass(Duration.ofMillis(next.at() - now));
            now = next.at();
            next.what().run();
        }
        time.pass(Duration.ofMillis(end - now));
        now = end;
    }
}
