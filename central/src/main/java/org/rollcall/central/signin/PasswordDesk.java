package org.rollcall.central.signin;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rollcall.central.access.Who;
import org.rollcall.central.park.Folding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries names and passwords, within limits, a few at once. Whether a name exists shows neither in the answer nor in how
 * long it takes: a refusal comes at full steps of time.
 */
public final class PasswordDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordDesk.class);

    private static final int AT_ONCE = 4;
    private static final int LONGEST = 1024;
    private static final Duration STEP = Duration.ofMillis(1500);
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration UNAVAILABLE = Duration.ofSeconds(30);

    private final Map<PasswordWay, SignInLimits> limits = new HashMap<>();
    private final List<PasswordWay> ways;
    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** As {@link Thread#sleep(long)}. */
    @FunctionalInterface
    interface Sleep {
        void millis(long millis) throws InterruptedException;
    }

    /**
     * What came of it.
     *
     * @param who null unless it is they
     * @param method by which; null for a name that no way takes
     * @param retryAfter when it makes sense to try again
     */
    public record Outcome(Kind kind, Who who, String method, Duration retryAfter) {}

    public enum Kind {
        SIGNED_IN,
        WRONG,
        TOO_MANY,
        UNAVAILABLE
    }

    /**
     * @param ways the first that takes a name is the one that is asked
     * @param limits a new one for each way: each protects one server
     */
    public PasswordDesk(List<PasswordWay> ways, Supplier<SignInLimits> limits) {
        this(ways, limits, System::nanoTime, Thread::sleep);
    }

    PasswordDesk(List<PasswordWay> ways, Supplier<SignInLimits> limits, LongSupplier nanoTime, Sleep sleep) {
        this.ways = List.copyOf(ways);
        ways.forEach(way -> this.limits.put(way, limits.get()));
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    public List<String> methods() {
        return ways.stream().map(PasswordWay::method).toList();
    }

    /**
     * Blocks, some seconds at most.
     *
     * @param password overwritten
     * @param address the visitor's
     */
    public Outcome signIn(String name, char[] password, String address) throws InterruptedException {
        long start = nanoTime.getAsLong();
        try {
            Outcome outcome = tried(name, password, address);
            if (outcome.kind() == Kind.WRONG) {
                waitForStep(start);
            }
            return outcome;
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Outcome tried(String name, char[] password, String address) throws InterruptedException {
        if (name.length() > LONGEST || password.length == 0 || password.length > LONGEST) {
            return new Outcome(Kind.WRONG, null, null, Duration.ZERO);
        }
        for (PasswordWay way : ways) {
            Optional<String> account = way.account(name);
            if (account.isPresent()) {
                return limited(way, account.get(), password, address);
            }
        }
        return new Outcome(Kind.WRONG, null, null, Duration.ZERO);
    }

    private Outcome limited(PasswordWay way, String account, char[] password, String address)
            throws InterruptedException {
        if (!places.tryAcquire()) {
            return new Outcome(Kind.UNAVAILABLE, null, way.method(), BUSY);
        }
        try {
            SignInLimits limit = limits.get(way);
            // A directory takes anne, ANNE and änne for one.
            String key =
                    Folding.fold(way.counted(account)).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            SignInLimits.Admission admission = limit.begin(key, address);
            if (admission.attempt() == null) {
                return new Outcome(Kind.TOO_MANY, null, way.method(), admission.retryAfter());
            }
            return asked(way, account, password, limit, admission.attempt());
        } finally {
            places.release();
        }
    }

    private static Outcome asked(
            PasswordWay way, String account, char[] password, SignInLimits limit, SignInLimits.Attempt attempt)
            throws InterruptedException {
        try {
            Optional<Who> who = way.check(account, password);
            if (who.isPresent()) {
                limit.succeeded(attempt);
                return new Outcome(Kind.SIGNED_IN, who.get(), way.method(), Duration.ZERO);
            }
            return new Outcome(Kind.WRONG, null, way.method(), Duration.ZERO);
        } catch (UnavailableException e) {
            limit.undecided(attempt);
            LOG.warn("Nobody can sign in by {} just now: {}", way.method(), e.getMessage());
            LOG.debug("Sign-in by {} failed", way.method(), e);
            return new Outcome(Kind.UNAVAILABLE, null, way.method(), UNAVAILABLE);
        }
    }

    private void waitForStep(long start) throws InterruptedException {
        long step = STEP.toNanos();
        long taken = nanoTime.getAsLong() - start;
        sleep.millis(Duration.ofNanos(step - taken % step).toMillis());
    }
}
