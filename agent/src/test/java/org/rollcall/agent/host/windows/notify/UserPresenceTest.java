package org.rollcall.agent.host.windows.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UserPresenceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final UserPresence presence = new UserPresence(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void nothingIsKnownBeforeWindowsSaysSo() {
        assertNull(presence.idleSince());
    }

    @Test
    void idleBeginsWhenWindowsSaysInactiveAndEndsWithPresence() {
        presence.say(2);
        assertEquals(NOON, presence.idleSince());

        presence.say(0);
        assertNull(presence.idleSince());
    }
}
