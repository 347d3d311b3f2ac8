package org.rollcall.agent.host.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.windows.registry.PolicySection;

class PolicySectionTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch policyEnds = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);

    private final PolicySection.Gate gate = new PolicySection.Gate() {
        @Override
        public Object enter() {
            try {
                policyEnds.await();
            } catch (InterruptedException e) {
                return null;
            }
            done.add("enter " + Thread.currentThread().getName());
            return "entered";
        }

        @Override
        public void leave(Object entered) {
            done.add("leave " + Thread.currentThread().getName());
            left.countDown();
        }
    };

    @Test
    void itIsReadBetweenEnteringAndLeavingByOneThread() {
        policyEnds.countDown();

        String read = new PolicySection(gate, Duration.ofSeconds(10)).inside(() -> {
            done.add("read");
            return "value";
        });

        assertEquals("value", read);
        assertEquals(List.of("enter rollcall-policy", "read", "leave rollcall-policy"), done);
    }

    @Test
    void policyThatGoesOnAndOnDoesNotHoldTheServiceUp() throws Exception {
        assertEquals("value", new PolicySection(gate, Duration.ofMillis(10)).inside(() -> "value"));

        assertEquals(List.of(), done);
        policyEnds.countDown();
        assertTrue(left.await(10, TimeUnit.SECONDS), "the section is left as soon as it is entered");
    }

    @Test
    void withoutTheRightToEnterItIsReadAllTheSame() {
        PolicySection.Gate closed = new PolicySection.Gate() {
            @Override
            public Object enter() {
                return null;
            }

            @Override
            public void leave(Object entered) {
                throw new AssertionError("never entered");
            }
        };

        assertEquals("value", new PolicySection(closed, Duration.ofSeconds(10)).inside(() -> "value"));
    }
}
