package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.xmpp.link.LinkFailure.Kind;

class BackoffTest {
    private final Backoff backoff = new Backoff(Backoff.Waits.DEFAULT, new Random(7));

    @Test
    void waitsDoubleUpToAMinuteAndNeverEnd() {
        long[] mostSeconds = {1, 2, 4, 8, 16, 32, 60, 60};
        for (long most : mostSeconds) {
            assertBetween(most * 500, most * 1000, backoff.next(Kind.REFUSED));
        }
        for (int i = 0; i < 10_000; i++) {
            assertBetween(30_000, 60_000, backoff.next(Kind.LOST));
        }
    }

    @Test
    void aConflictIsFollowedByMinutesOfWaiting() {
        for (int i = 0; i < 5; i++) {
            assertBetween(120_000, 240_000, backoff.next(Kind.CONFLICT));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSWORD", "CERTIFICATE", "ACCOUNT_UNKNOWN", "NO_SAFE_MECHANISM"})
    void whatOnlyAPersonCanPutRightIsTriedAgainSlowly(Kind kind) {
        assertBetween(60_000, 120_000, backoff.next(kind));
        assertBetween(120_000, 240_000, backoff.next(kind));
        assertBetween(150_000, 300_000, backoff.next(kind));
    }

    @Test
    void aSlowFailureAfterQuickOnesBeginsWithItsOwnFirstWait() {
        for (int i = 0; i < 5; i++) {
            backoff.next(Kind.REFUSED);
        }
        assertBetween(60_000, 120_000, backoff.next(Kind.PASSWORD));
        assertBetween(500, 1_000, backoff.next(Kind.REFUSED));
    }

    @Test
    void onlyAMinuteOfUnbrokenLinkMakesTheWaitsStartAfresh() {
        backoff.next(Kind.LOST);
        backoff.next(Kind.LOST);

        backoff.lasted(Duration.ofSeconds(59));
        assertBetween(2_000, 4_000, backoff.next(Kind.LOST));

        backoff.lasted(Duration.ofSeconds(60));
        assertBetween(500, 1_000, backoff.next(Kind.LOST));
    }

    @Test
    void twoMachinesDoNotWaitEquallyLong() {
        Backoff other = new Backoff(Backoff.Waits.DEFAULT, new Random(20_261_122));

        assertNotEquals(other.next(Kind.LOST), backoff.next(Kind.LOST));
    }

    @Test
    void theWaitsOfOneSeedAreAlwaysTheSame() {
        Backoff twin = new Backoff(Backoff.Waits.DEFAULT, new Random(7));

        assertEquals(twin.next(Kind.LOST), backoff.next(Kind.LOST));
    }

    private static void assertBetween(long least, long most, Duration wait) {
        assertTrue(wait.toMillis() >= least && wait.toMillis() <= most, wait + " of " + least + " to " + most + " ms");
    }
}
