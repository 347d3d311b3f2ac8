package org.rollcall.central.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final List<String> sent = new ArrayList<>();
    private Runnable done;
    private final Outbox outbox = new Outbox((frame, whenSent) -> {
        sent.add(frame);
        done = whenSent;
    });

    @Test
    void oneMessageIsSentAtATimeAndTheRestInOrder() {
        outbox.offer("a");
        outbox.offer("b");
        outbox.offer("c");
        assertEquals(List.of("a"), sent);
        done.run();
        assertEquals(List.of("a", "b"), sent);
        done.run();
        done.run();
        outbox.offer("d");
        assertEquals(List.of("a", "b", "c", "d"), sent);
    }

    @Test
    void aPageThatReadsNothingIsFullAfterAWhile() {
        outbox.offer("first");
        for (int i = 0; i < 256; i++) {
            assertTrue(outbox.offer("x"));
        }
        assertFalse(outbox.offer("one too many"));
        assertEquals(1, sent.size());
    }

    @Test
    void aSnapshotOfAnySizeIsTakenAloneButNotMany() {
        String large = "x".repeat(9 << 20);
        assertTrue(outbox.offer(large));
        assertTrue(outbox.offer(large));
        assertFalse(outbox.offer(large));
    }

    @Test
    void nothingIsSentOnceItIsClosed() {
        outbox.offer("a");
        outbox.offer("b");
        outbox.close();
        done.run();
        assertTrue(outbox.offer("c"));
        assertEquals(List.of("a"), sent);
    }
}
