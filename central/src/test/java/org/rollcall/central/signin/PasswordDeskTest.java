package org.rollcall.central.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rollcall.central.access.Who;
import org.rollcall.central.signin.PasswordDesk.Kind;
import org.rollcall.central.signin.PasswordDesk.Outcome;

class PasswordDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final List<String> asked = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private long nanos;

    /** Knows those whose password is their name backwards; its server takes its time. */
    private final class Backwards implements PasswordWay {
        private final String method;
        private final boolean jids;
        private final Duration takes;

        Backwards(String method, boolean jids, Duration takes) {
            this.method = method;
            this.jids = jids;
            this.takes = takes;
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public Optional<String> account(String typed) {
            return typed.contains("@") == jids ? Optional.of(typed.strip()) : Optional.empty();
        }

        @Override
        public Optional<Who> check(String account, char[] password) throws UnavailableException {
            asked.add(method + " " + account);
            nanos += takes.toNanos();
            if (account.equals("away")) {
                throw new UnavailableException("the directory is away", null);
            }
            String right = new StringBuilder(account).reverse().toString();
            return right.equals(new String(password)) ? Optional.of(Who.of(account)) : Optional.empty();
        }
    }

    private PasswordDesk desk(PasswordWay... ways) {
        return new PasswordDesk(
                List.of(ways), () -> new SignInLimits(SignInLimits.Rules.DEFAULT, () -> NOW), () -> nanos, waits::add);
    }

    private final PasswordDesk desk =
            desk(new Backwards("directory", false, Duration.ZERO), new Backwards("xmpp", true, Duration.ZERO));

    @Test
    void theNameTellsWhomToAskAndThePasswordIsOverwritten() throws InterruptedException {
        char[] password = "enna".toCharArray();

        Outcome outcome = desk.signIn("anne", password, "10.0.0.1");

        assertEquals(Kind.SIGNED_IN, outcome.kind());
        assertEquals("anne", outcome.who().id());
        assertArrayEquals(new char[4], password);
        assertEquals(Kind.SIGNED_IN, kind("a@b", "b@a", "10.0.0.1"));
        assertEquals(List.of("directory anne", "xmpp a@b"), asked);
        assertEquals(List.of("directory", "xmpp"), desk.methods());
    }

    @Test
    void aRefusalComesAtFullStepsOfTimeWhateverItTookToFindOut() throws InterruptedException {
        PasswordDesk slow = desk(new Backwards("directory", false, Duration.ofMillis(700)));
        slow.signIn("anne", "wrong".toCharArray(), "10.0.0.1");
        PasswordDesk quick = desk(new Backwards("directory", false, Duration.ofMillis(1)));
        quick.signIn("anne", "wrong".toCharArray(), "10.0.0.1");

        assertEquals(List.of(800L, 1499L), waits);
    }

    @Test
    void ofAThousandWrongPasswordsNoMoreThanTheLimitReachTheServer() throws InterruptedException {
        for (int i = 0; i < 1000; i++) {
            desk.signIn("anne", ("wrong" + i).toCharArray(), "10.0." + i / 250 + "." + i % 250);
        }
        assertEquals(5, asked.size());

        for (int i = 0; i < 1000; i++) {
            desk.signIn("user" + i, "wrong".toCharArray(), "10.0." + i / 250 + "." + i % 250);
        }
        assertEquals(10, asked.size());
        assertEquals(Kind.TOO_MANY, kind("anne", "enna", "10.9.9.9"));
    }

    @Test
    void aNameSpelledOtherwiseIsTheSameName() throws InterruptedException {
        for (String spelled : List.of("anne", "ANNE", "ännê", " anne", "anne ", "Anne")) {
            desk.signIn(spelled, "wrong".toCharArray(), "10.0.0." + asked.size());
        }

        assertEquals(5, asked.size());
    }

    @Test
    void whatCannotBeAPasswordReachesNobody() throws InterruptedException {
        assertEquals(Kind.WRONG, kind("anne", "", "10.0.0.1"));
        assertEquals(Kind.WRONG, kind("anne", "x".repeat(2000), "10.0.0.1"));
        assertEquals(Kind.WRONG, kind("x".repeat(10_000), "x", "10.0.0.1"));
        assertEquals(
                Kind.WRONG,
                new PasswordDesk(List.of(), () -> null, () -> 0, waits::add)
                        .signIn("anne", "enna".toCharArray(), "10.0.0.1")
                        .kind());

        assertEquals(List.of(), asked);
        assertEquals(4, waits.size());
    }

    @Test
    void aServerThatIsAwayIsSaidAndCountsForNobody() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            assertEquals(Kind.UNAVAILABLE, kind("away", "x", "10.0.0.1"));
        }
    }

    @Test
    void moreThanAFewAtOnceAreSentAway() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        PasswordDesk held = new PasswordDesk(
                List.of(new PasswordWay() {
                    @Override
                    public String method() {
                        return "held";
                    }

                    @Override
                    public Optional<String> account(String typed) {
                        return Optional.of(typed);
                    }

                    @Override
                    public Optional<Who> check(String account, char[] password) throws InterruptedException {
                        count.incrementAndGet();
                        inside.countDown();
                        go.await();
                        return Optional.of(Who.of(account));
                    }
                }),
                () -> new SignInLimits(SignInLimits.Rules.DEFAULT, () -> NOW),
                () -> 0,
                millis -> {});
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = "user" + i;
            Thread thread = new Thread(() -> {
                try {
                    held.signIn(name, "x".toCharArray(), "10.0.0.1");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.add(thread);
            thread.start();
        }
        assertTrue(inside.await(20, TimeUnit.SECONDS));

        assertEquals(
                Kind.UNAVAILABLE,
                held.signIn("anne", "x".toCharArray(), "10.0.0.1").kind());

        go.countDown();
        for (Thread thread : threads) {
            thread.join(20_000);
        }
        assertEquals(4, count.get());
    }

    private Kind kind(String name, String password, String address) throws InterruptedException {
        return desk.signIn(name, password.toCharArray(), address).kind();
    }
}
