package org.rollcall.agent.host.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SlowLookupTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger learned = new AtomicInteger();
    private final SettableClock clock = new SettableClock();
    private String answer = "Kévin Marchais";

    private final SlowLookup<String, String> lookup = new SlowLookup<>(
            key -> {
                asked.incrementAndGet();
                return answer;
            },
            waiting::add,
            clock,
            learned::incrementAndGet);

    @Test
    void whoAsksIsNotMadeToWaitAndIsToldWhenTheNameIsKnown() {
        assertNull(lookup.known("kevin"));
        assertNull(lookup.known("kevin"));

        runAll();

        assertEquals("Kévin Marchais", lookup.known("kevin"));
        assertEquals(1, asked.get());
        assertEquals(1, learned.get());
    }

    @Test
    void aFailedLookupIsTriedAgainLaterOnly() {
        answer = null;
        lookup.known("kevin");
        runAll();
        lookup.known("kevin");
        assertEquals(1, asked.get());

        clock.now = clock.now.plus(Duration.ofMinutes(5));
        answer = "Kévin Marchais";
        lookup.known("kevin");
        runAll();

        assertEquals("Kévin Marchais", lookup.known("kevin"));
    }

    @Test
    void aLookupThatThrowsCountsAsFailed() {
        SlowLookup<String, String> broken = new SlowLookup<>(
                key -> {
                    throw new UnsatisfiedLinkError("no such function");
                },
                Runnable::run,
                clock,
                () -> {});

        assertNull(broken.within("kevin", Duration.ofDays(1)));
    }

    @Test
    void whatWindowsSaidElsewhereIsNotLookedUp() {
        lookup.tell("kevin", "K. M.");

        assertEquals("K. M.", lookup.known("kevin"));
        assertEquals(0, waiting.size());
    }

    @Test
    void aPatientAskerGetsWhatIsFoundInTime() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        SlowLookup<String, String> onThread = new SlowLookup<>(
                key -> {
                    begun.countDown();
                    return answer;
                },
                task -> new Thread(task).start(),
                clock,
                () -> {});

        assertEquals("Kévin Marchais", onThread.within("kevin", Duration.ofSeconds(10)));
        begun.await();
    }

    @Test
    void tooManyAtOnceAreUnknownForNow() {
        SlowLookup<String, String> full = new SlowLookup<>(
                key -> answer,
                task -> {
                    throw new RejectedExecutionException();
                },
                clock,
                () -> {});

        assertNull(full.within("kevin", Duration.ofDays(1)));
    }

    private void runAll() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }

    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
