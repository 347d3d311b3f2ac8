package org.rollcall.central.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.rollcall.central.access.Who;
import org.rollcall.central.signin.Sessions.Opened;

class SessionsTest {
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final Sessions sessions = new Sessions(Sessions.Rules.DEFAULT, () -> now);
    private final Who anne = Who.of("anne");

    @Test
    void aTokenIs256RandomBitsAndOpensItsSessionAlone() {
        Opened one = sessions.open(anne, "directory");
        Opened other = sessions.open(Who.of("bob"), "xmpp");

        assertEquals(32, Base64.getUrlDecoder().decode(one.token()).length);
        assertNotEquals(one.session().csrf(), other.session().csrf());
        assertEquals("anne", sessions.find(one.token()).orElseThrow().who().id());
        assertEquals(
                one.session().csrf(), sessions.find(one.token()).orElseThrow().csrf());
        assertTrue(sessions.find("").isEmpty());
        assertTrue(sessions.find(one.token() + "x").isEmpty());
        assertTrue(sessions.find(one.session().csrf()).isEmpty());
    }

    @Test
    void aSessionLastsEightHoursUnusedAndADayAtMost() {
        Opened used = sessions.open(anne, "directory");
        Opened looked = sessions.open(anne, "directory");
        Instant began = now;
        later(Duration.ofHours(7));
        assertEquals(
                now.plus(Duration.ofHours(8)),
                sessions.find(used.token()).orElseThrow().ends());
        assertTrue(sessions.isOpen(looked.token()));
        later(Duration.ofHours(1));

        assertFalse(sessions.isOpen(looked.token()), "looking is no use");
        later(Duration.ofHours(6));
        sessions.find(used.token());
        later(Duration.ofHours(7));
        assertEquals(
                began.plus(Duration.ofHours(24)),
                sessions.find(used.token()).orElseThrow().ends());
        later(Duration.ofHours(3));
        assertTrue(sessions.find(used.token()).isEmpty());
        assertEquals(0, sessions.count());
    }

    @Test
    void signingOutEndsOneSession() {
        Opened one = sessions.open(anne, "directory");
        Opened other = sessions.open(anne, "directory");

        assertTrue(sessions.close(one.token()).isPresent());

        assertTrue(sessions.find(one.token()).isEmpty());
        assertTrue(sessions.find(other.token()).isPresent());
        assertTrue(sessions.close(one.token()).isEmpty());
    }

    @Test
    void beyondTwentyOfOnePersonTheOneUnusedForLongestEnds() {
        Opened bob = sessions.open(Who.of("bob"), "directory");
        Opened first = sessions.open(anne, "directory");
        later(Duration.ofSeconds(1));
        Opened second = sessions.open(anne, "directory");
        later(Duration.ofSeconds(1));
        sessions.find(first.token());
        for (int i = 0; i < 19; i++) {
            later(Duration.ofSeconds(1));
            sessions.open(anne, "directory");
        }

        assertFalse(sessions.isOpen(second.token()));
        assertTrue(sessions.isOpen(first.token()));
        assertTrue(sessions.isOpen(bob.token()));
        assertEquals(21, sessions.count());
    }

    @Test
    void allTogetherAreBounded() {
        Sessions few = new Sessions(new Sessions.Rules(Duration.ofHours(8), Duration.ofHours(24), 20, 3), () -> now);
        for (int i = 0; i < 10; i++) {
            few.open(Who.of("user" + i), "directory");
        }

        assertEquals(3, few.count());
    }

    private void later(Duration time) {
        now = now.plus(time);
    }
}
