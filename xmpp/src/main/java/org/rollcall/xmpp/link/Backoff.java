package org.rollcall.xmpp.link;

import java.time.Duration;
import java.util.Random;

/**
 * How long to wait before the next try: exponential, jittered so that 350 machines do not come back in one burst, and
 * without an upper number of tries. Not thread-safe.
 */
public final class Backoff {

    /**
     * The waits before jitter; a wait is between half of it and all of it.
     *
     * @param quick the first after an ordinary failure, doubled at each further one
     * @param quickMost the longest after an ordinary failure
     * @param slow the first after a failure that only a person can put right (password, certificate)
     * @param slowMost the longest after such a failure
     * @param conflict after another client has signed in as us: two machines must not chase each other away
     * @param unbroken a link that lasted so long makes the waits start afresh
     */
    public record Waits(
            Duration quick,
            Duration quickMost,
            Duration slow,
            Duration slowMost,
            Duration conflict,
            Duration unbroken) {

        public static final Waits DEFAULT = new Waits(
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                Duration.ofMinutes(4),
                Duration.ofSeconds(60));
    }

    private final Waits waits;
    private final Random random;
    private int failures;
    private boolean slow;

    public Backoff(Waits waits, Random random) {
        this.waits = waits;
        this.random = random;
    }

    /** The wait before the next try, given why the last one failed. */
    Duration next(LinkFailure.Kind kind) {
        switch (kind) {
            case CONFLICT:
                return jittered(waits.conflict());
            case PASSWORD, ACCOUNT_UNKNOWN, CERTIFICATE, NO_SAFE_MECHANISM:
                startAfreshUnless(slow);
                slow = true;
                return jittered(doubled(waits.slow(), waits.slowMost()));
            default:
                startAfreshUnless(!slow);
                slow = false;
                return jittered(doubled(waits.quick(), waits.quickMost()));
        }
    }

    /** A link that has ended lasted so long. */
    void lasted(Duration up) {
        if (up.compareTo(waits.unbroken()) >= 0) {
            failures = 0;
        }
    }

    private void startAfreshUnless(boolean sameAsBefore) {
        if (!sameAsBefore) {
            failures = 0;
        }
    }

    private Duration doubled(Duration first, Duration most) {
        // 2^20 of any first wait is beyond any sensible last one; more would overflow.
        Duration wait = first.multipliedBy(1L << Math.min(failures, 20));
        failures++;
        return wait.compareTo(most) > 0 ? most : wait;
    }

    private Duration jittered(Duration wait) {
        long half = wait.toMillis() / 2;
        return Duration.ofMillis(half + (long) (random.nextDouble() * half));
    }
}
