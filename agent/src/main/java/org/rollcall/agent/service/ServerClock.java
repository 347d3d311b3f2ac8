package org.rollcall.agent.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.rollcall.agent.log.EventId;
import org.rollcall.xmpp.entity.EntityTime;
import org.rollcall.xmpp.link.LinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server for its time at each sign-in, and says when this computer's clock is far from it. Central sets right
 * what it shows; logs, certificates and the domain's own sign-in suffer.
 *
 * @see <a href="https://xmpp.org/extensions/xep-0202.html">XEP-0202: Entity Time</a>
 */
public final class ServerClock implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(ServerClock.class);
    /** Half of what Kerberos bears by default. */
    public static final Duration FAR = Duration.ofSeconds(150);
    /** An answer that took longer tells too little. */
    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final LongSupplier nanoTime;

    ServerClock(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public void up(XMPPConnection connection) {
        IQ question = EntityTime.question(connection.getXMPPServiceDomain());
        long asked = nanoTime.getAsLong();
        connection
                .sendIqRequestAsync(question)
                .onSuccess(answer -> answered(answer, Duration.ofNanos(nanoTime.getAsLong() - asked)))
                .onError(e -> LOG.debug("The server does not tell its time: {}", e.toString()));
    }

    private void answered(IQ answer, Duration took) {
        try {
            Instant theirs = EntityTime.in(answer).orElse(null);
            if (theirs == null) {
                LOG.debug("The server answers with no time");
                return;
            }
            Duration ahead = Duration.between(theirs, clock.instant().minus(took.dividedBy(2)));
            if (took.compareTo(SLOWEST) <= 0 && ahead.abs().compareTo(FAR) > 0) {
                LOG.warn(
                        EventId.CLOCK_WRONG.marker(),
                        "This computer's clock is {} minutes {} the server's: check where it takes its time from "
                                + "(w32tm /query /status)",
                        Math.round(ahead.abs().toSeconds() / 60.0),
                        ahead.isNegative() ? "behind" : "ahead of");
            }
        } catch (ArithmeticException e) {
            LOG.debug("The server answers with no time: {}", e.getMessage());
        }
    }
}
