package org.rollcall.central.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Predicate;

/**
 * How often one may try a password. A try counts as a failure from its beginning until it has succeeded, so that many
 * at once are no way around. What is refused here reaches no server; so no more than an hour's tries are ever kept.
 */
public final class SignInLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Rules rules;
    private final InstantSource clock;
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private Instant rowBroken = Instant.MIN;

    /**
     * @param ofName failures of one name, and of one address, in {@code window}; then it must wait
     * @param inAMinute failures in all
     * @param inARow failures in all within an hour and without a success in between: before the server's own
     *     protection (ejabberd's mod_fail2ban: 20 for an hour, undone by a success) locks central itself out
     */
    public record Rules(int ofName, int ofAddress, Duration window, int inAMinute, int inARow) {
        public static final Rules DEFAULT = new Rules(5, 5, Duration.ofMinutes(15), 10, 15);
    }

    /** One try; end it by {@link #succeeded} or {@link #undecided}, or leave it: it has failed. */
    public static final class Attempt {
        private final Instant at;
        private final String name;
        private final String address;
        private boolean decided = true;

        private Attempt(Instant at, String name, String address) {
            this.at = at;
            this.name = name;
            this.address = address;
        }
    }

    /**
     * @param attempt null: not now
     * @param retryAfter how long not
     */
    public record Admission(Attempt attempt, Duration retryAfter) {}

    public SignInLimits(Rules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param address the visitor's; of IPv6 the first half, as one subscriber has all of the other */
    public synchronized Admission begin(String name, String address) {
        Instant now = clock.instant();
        attempts.removeIf(one -> !one.at.plus(HOUR).isAfter(now));
        String from = network(address);
        Duration wait = longest(
                wait(now, rules.window(), rules.ofName(), one -> one.decided && one.name.equals(name)),
                wait(now, rules.window(), rules.ofAddress(), one -> one.decided && one.address.equals(from)),
                wait(now, MINUTE, rules.inAMinute(), one -> true),
                wait(now, HOUR, rules.inARow(), one -> one.decided && one.at.isAfter(rowBroken)));
        if (!wait.isZero()) {
            return new Admission(null, wait);
        }
        Attempt attempt = new Attempt(now, name, from);
        attempts.addLast(attempt);
        return new Admission(attempt, Duration.ZERO);
    }

    /** Forgives what this address did to this name, and starts the row of failures anew. */
    public synchronized void succeeded(Attempt attempt) {
        attempts.remove(attempt);
        attempts.removeIf(one -> one.name.equals(attempt.name) && one.address.equals(attempt.address));
        rowBroken = clock.instant();
    }

    /** The server did not say: it may have seen a try, but the name and the address are not to blame. */
    public synchronized void undecided(Attempt attempt) {
        attempt.decided = false;
    }

    synchronized int kept() {
        return attempts.size();
    }

    /** Until the oldest of the latest {@code most} is out of the window; zero when there are fewer. */
    private Duration wait(Instant now, Duration window, int most, Predicate<Attempt> counted) {
        int count = 0;
        for (Iterator<Attempt> latest = attempts.descendingIterator(); latest.hasNext(); ) {
            Attempt one = latest.next();
            Instant over = one.at.plus(window);
            if (!over.isAfter(now)) {
                return Duration.ZERO;
            }
            if (counted.test(one) && ++count == most) {
                return Duration.between(now, over);
            }
        }
        return Duration.ZERO;
    }

    private static Duration longest(Duration... all) {
        return Arrays.stream(all).max(Duration::compareTo).orElseThrow();
    }

    private static String network(String address) {
        try {
            // Only what is an address already: a name would be looked up.
            if (address.indexOf(':') >= 0) {
                byte[] bytes = InetAddress.getByName(address).getAddress();
                return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
            }
        } catch (UnknownHostException e) {
            return address;
        }
        return address;
    }
}
