package org.rollcall.xmpp.asking;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.SmackException.NotConnectedException;
import org.jivesoftware.smack.SmackException.OutgoingQueueFullException;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.IQReplyFilter;
import org.jivesoftware.smack.packet.IQ;

/** Sends one IQ request and brings its answer, whoever it goes to. */
@FunctionalInterface
public interface Requests {

    /**
     * Completes with the result; exceptionally with a refusal ({@link XMPPErrorException}), for want of a link, or with
     * {@link java.util.concurrent.TimeoutException}.
     */
    CompletionStage<IQ> ask(IQ question, Duration within);

    /**
     * Lets go of each answer once it is told. Smack's own {@code sendIqRequestAsync} keeps every answer until the time
     * for it would have been up: of 3,000 machines asked for their processes more than central's memory.
     */
    static Requests on(XMPPConnection connection) {
        return (question, within) -> {
            CompletableFuture<IQ> answer = new CompletableFuture<>();
            StanzaListener listener = stanza -> {
                if (stanza.getError() == null) {
                    answer.complete((IQ) stanza);
                } else {
                    answer.completeExceptionally(new XMPPErrorException(stanza, stanza.getError()));
                }
            };
            answer.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((told, failure) -> connection.removeAsyncStanzaListener(listener));
            connection.addAsyncStanzaListener(listener, new IQReplyFilter(question, connection));
            try {
                connection.sendStanzaNonBlocking(question);
            } catch (NotConnectedException | OutgoingQueueFullException e) {
                answer.completeExceptionally(e);
            }
            return answer;
        };
    }
}
