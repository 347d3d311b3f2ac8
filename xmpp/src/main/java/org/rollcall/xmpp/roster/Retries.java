package org.rollcall.xmpp.roster;

import java.time.Duration;
import java.util.Random;

/** How long to wait for an answer to a request before it is made again: doubling, jittered. */
public record Retries(Duration first, Duration most) {
    /** The first, however jittered, is past the 60 s in which ejabberd's mod_pres_counter may still drop it as well. */
    public static final Retries DEFAULT = new Retries(Duration.ofSeconds(90), Duration.ofHours(1));

    /** @param asked how often it was asked already, from 1 */
    Duration after(int asked, Random random) {
        Duration wait = first.multipliedBy(1L << Math.min(asked - 1, 16));
        long millis = Math.min(wait.toMillis(), most.toMillis());
        return Duration.ofMillis((long) (millis * (0.75 + random.nextDouble() / 2)));
    }
}
