package org.rollcall.central.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.rollcall.central.signin.SignInLimits.Admission;

class SignInLimitsTest {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final SignInLimits limits = new SignInLimits(SignInLimits.Rules.DEFAULT, () -> now);

    @Test
    void aNameHasFiveFailuresInAQuarterOfAnHourFromWhereverTheyCome() {
        for (int i = 0; i < 5; i++) {
            begun("anne", "10.0.0." + i);
            later(Duration.ofMinutes(1));
        }

        assertEquals(Duration.ofMinutes(10), refused("anne", "10.0.0.99"));
        begun("bob", "10.0.0.99");
        later(Duration.ofMinutes(10));
        begun("anne", "10.0.0.99");
        assertEquals(Duration.ofMinutes(1), refused("anne", "10.0.0.98"));
    }

    @Test
    void anAddressHasFiveFailuresWhateverTheNames() {
        for (int i = 0; i < 5; i++) {
            begun("user" + i, "10.0.0.1");
        }

        refused("anne", "10.0.0.1");
        begun("anne", "10.0.0.2");
    }

    @Test
    void allOfOneIpv6NetworkAreOneAddress() {
        for (int i = 0; i < 5; i++) {
            begun("user" + i, "2001:db8:1:2::" + i);
        }

        refused("anne", "2001:db8:1:2:ffff:ffff:ffff:ffff");
        begun("anne", "2001:db8:1:3::1");
    }

    @Test
    void tenInAMinuteInAllAndFifteenInARow() {
        for (int i = 0; i < 10; i++) {
            begun("user" + i, "10.0.1." + i);
        }
        assertEquals(Duration.ofMinutes(1), refused("anne", "10.0.0.1"));

        later(Duration.ofMinutes(1));
        for (int i = 10; i < 15; i++) {
            begun("user" + i, "10.0.1." + i);
        }
        assertEquals(Duration.ofMinutes(59), refused("anne", "10.0.0.1"));
        later(Duration.ofMinutes(59));
        begun("anne", "10.0.0.1");
    }

    @Test
    void aSuccessBreaksTheRowButNotTheMinute() {
        for (int i = 0; i < 9; i++) {
            begun("user" + i, "10.0.1." + i);
        }
        limits.succeeded(begun("anne", "10.0.0.1").attempt());
        begun("user9", "10.0.1.9");
        refused("user10", "10.0.1.10");
        later(Duration.ofMinutes(1));
        for (int i = 10; i < 20; i++) {
            begun("user" + i, "10.0.1." + i);
        }
    }

    @Test
    void aSuccessForgivesTheNameWhereItCameFromOnly() {
        for (int i = 0; i < 4; i++) {
            begun("anne", "10.0.0.1");
        }
        limits.succeeded(begun("anne", "10.0.0.1").attempt());
        begun("anne", "10.0.0.1");

        for (int i = 0; i < 4; i++) {
            begun("anne", "10.0.0.2");
        }
        refused("anne", "10.0.0.1");
    }

    @Test
    void signingInRightlyManyTimesIsNoFailure() {
        for (int i = 0; i < 100; i++) {
            limits.succeeded(begun("user" + i, "10.0.0.1").attempt());
        }
    }

    @Test
    void whatTheServerDidNotDecideIsNobodysFault() {
        for (int i = 0; i < 10; i++) {
            limits.undecided(begun("anne", "10.0.0.1").attempt());
        }
        assertEquals(Duration.ofMinutes(1), refused("anne", "10.0.0.1"));
        later(Duration.ofMinutes(1));
        begun("anne", "10.0.0.1");
    }

    @Test
    void whatIsKeptIsBoundedWhateverComes() {
        for (int i = 0; i < 100_000; i++) {
            limits.begin("user" + i, "10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256);
            later(Duration.ofMillis(100));
        }

        assertTrue(limits.kept() <= 600, "kept " + limits.kept());
    }

    private Admission begun(String name, String address) {
        Admission admission = limits.begin(name, address);
        assertNotNull(admission.attempt(), name + " " + address + " must wait " + admission.retryAfter());
        return admission;
    }

    private Duration refused(String name, String address) {
        Admission admission = limits.begin(name, address);
        assertNull(admission.attempt());
        return admission.retryAfter();
    }

    private void later(Duration time) {
        now = now.plus(time);
    }
}
