package org.rollcall.agent.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.watch.KnownSession;

/** For how long nobody has touched the machine, over everybody who sees its screen (XEP-0012). */
final class LastInput {
    private final Clock clock;
    private volatile List<KnownSession> sessions = List.of();

    LastInput(Clock clock) {
        this.clock = clock;
    }

    void state(List<KnownSession> now) {
        sessions = now;
    }

    /** Empty while nobody is there. */
    Optional<Duration> ago() {
        Instant now = clock.instant();
        return sessions.stream()
                .map(KnownSession::session)
                .filter(session -> session.state() == Session.State.ACTIVE)
                .map(session ->
                        session.idleSince() == null ? Duration.ZERO : Duration.between(session.idleSince(), now))
                .min(Duration::compareTo);
    }
}
