package org.rollcall.cli.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.rollcall.cli.doctor.Finding.Level;
import org.rollcall.xmpp.entity.EntityTime;

/** Whether the server's clock and this machine's agree. */
final class ClockCheck implements InsideCheck {
    private static final Duration NOTED = Duration.ofSeconds(5);
    private static final Duration BAD = Duration.ofMinutes(1);

    private final InstantSource clock;

    ClockCheck(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Account account) throws SmackException, InterruptedException {
        Instant sent = clock.instant();
        try {
            Optional<Instant> told = EntityTime.in(account.ask(EntityTime.question(account.domain())));
            Instant middle = sent.plus(Duration.between(sent, clock.instant()).dividedBy(2));
            return List.of(told.map(instant -> finding(Duration.between(middle, instant)))
                    .orElseGet(() -> new Finding(Level.NOTE, "clock.unknown")));
        } catch (XMPPErrorException e) {
            return List.of(new Finding(Level.NOTE, "clock.unknown"));
        }
    }

    private static Finding finding(Duration off) {
        Level level =
                off.abs().compareTo(BAD) > 0 ? Level.BAD : off.abs().compareTo(NOTED) > 0 ? Level.WARNING : Level.OK;
        return new Finding(level, level == Level.OK ? "clock.right" : "clock.off", String.valueOf(off.toSeconds()));
    }
}
