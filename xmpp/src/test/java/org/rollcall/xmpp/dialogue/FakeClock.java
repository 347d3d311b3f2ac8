package org.rollcall.xmpp.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Moves only when told. */
public final class FakeClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T12:09:56Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
