package org.rollcall.xmpp.asking;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;

/** Sends one IQ request and brings its answer, whoever it goes to. */
@FunctionalInterface
public interface Requests {

    /** Completes with the result; exceptionally with a refusal, for want of a link, or when the time is up. */
    CompletionStage<IQ> ask(IQ question, Duration within);

    static Requests on(XMPPConnection connection) {
        return (question, within) -> {
            CompletableFuture<IQ> answer = new CompletableFuture<>();
            connection
                    .sendIqRequestAsync(question, within.toMillis())
                    .onSuccess(answer::complete)
                    .onError(answer::completeExceptionally);
            return answer;
        };
    }
}
