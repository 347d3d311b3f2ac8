package org.rollcall.agent.enrol;

import java.time.Duration;
import java.util.Random;

/** How long until the next try: doubling, and jittered so that a room of new PCs does not ask in one burst. */
final class Waits {

    /** What kind of failure it was. */
    enum Kind {
        /** It may be over in a moment: the network, the share, central's restart. */
        SOON(Duration.ofSeconds(5), Duration.ofMinutes(5)),
        /** Somebody has to put something right. */
        LATER(Duration.ofMinutes(2), Duration.ofMinutes(15));

        private final Duration first;
        private final Duration most;

        Kind(Duration first, Duration most) {
            this.first = first;
            this.most = most;
        }
    }

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private final Random random;
    private Kind last;
    private int failures;

    Waits(Random random) {
        this.random = random;
    }

    /** Between half of it and all of it. */
    Duration after(Kind kind) {
        failures = kind == last ? Math.min(failures + 1, MOST_DOUBLINGS) : 0;
        last = kind;
        long millis = Math.min(kind.first.toMillis() << failures, kind.most.toMillis());
        return Duration.ofMillis(millis / 2 + (long) (random.nextDouble() * millis / 2));
    }

    /** Not before what central has said, and up to a quarter more. */
    Duration asTold(Duration retry) {
        last = null;
        Duration bounded = retry.compareTo(SHORTEST) < 0 ? SHORTEST : retry.compareTo(LONGEST) > 0 ? LONGEST : retry;
        long millis = bounded.toMillis();
        return Duration.ofMillis(millis + (long) (random.nextDouble() * millis / 4));
    }
}
