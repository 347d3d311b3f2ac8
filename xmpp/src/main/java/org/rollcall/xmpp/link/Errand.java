package org.rollcall.xmpp.link;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.SmackException.OutgoingQueueFullException;
import org.jivesoftware.smack.StanzaCollector;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs in, puts one question and leaves with the answer, over a stream of its own; no presence is ever sent. */
public final class Errand {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    /**
     * How it went.
     *
     * @param reply the result or the error; null when it could not be put, or was not answered
     * @param failure why; null with a reply
     */
    public record Outcome(IQ reply, LinkFailure failure) {}

    private Errand() {}

    /**
     * Blocks until it is known.
     *
     * @param settings whose account and password; the password given out is overwritten
     * @param moreRoots CAs to trust beside the runtime's own, where no CA file is set
     * @param limit after which the connection is cut
     */
    public static Outcome run(
            LinkSettings settings, Supplier<Collection<X509Certificate>> moreRoots, IQ question, Duration limit)
            throws InterruptedException {
        try {
            return Visit.pay(settings, moreRoots, limit, server -> ask(server, question, limit));
        } catch (Visit.FailedException e) {
            return new Outcome(null, e.failure());
        }
    }

    private static Outcome ask(GuardedConnection server, IQ question, Duration limit)
            throws NotConnectedException, InterruptedException {
        server.setRequestGate(request -> refused(server, request));
        server.open();
        try (StanzaCollector answers = server.createStanzaCollectorAndSend(question)) {
            IQ reply = answers.nextResult(limit.toMillis());
            return reply == null ? unanswered(question, limit, server.isConnected()) : new Outcome(reply, null);
        }
    }

    private static Outcome unanswered(IQ question, Duration limit, boolean connected) {
        return new Outcome(
                null,
                connected
                        ? LinkFailure.of(LinkFailure.Kind.TIMED_OUT, "unanswered", question.getTo(), limit.toSeconds())
                        : LinkFailure.of(LinkFailure.Kind.LOST, "lost-before", question.getTo()));
    }

    /** Whoever else knows the account's password can find out the resource, too: nothing is answered here. */
    private static boolean refused(GuardedConnection server, IQ request) {
        try {
            server.sendStanzaNonBlocking(IQ.createErrorResponse(request, StanzaError.Condition.not_allowed));
        } catch (NotConnectedException | OutgoingQueueFullException e) {
            LOG.debug("Not refused: {}", e.getMessage());
        }
        return true;
    }
}
