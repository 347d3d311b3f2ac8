package org.rollcall.xmpp.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.rollcall.xmpp.command.Refusal.Reason;
import org.rollcall.xmpp.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call's end: whichever comes first, answer, refusal, failure or time limit, is the only one that counts. */
final class Finish {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);

    private final Reply reply;
    private final InstantSource clock;
    private final Locale locale;
    private final Consumer<String> audit;
    private final String command;
    private final AtomicBoolean done = new AtomicBoolean();

    Finish(Reply reply, InstantSource clock, Locale locale, Consumer<String> audit, String command) {
        this.reply = reply;
        this.clock = clock;
        this.locale = locale;
        this.audit = audit;
        this.command = command;
    }

    boolean isDone() {
        return done.get();
    }

    /** On the way, before the end. */
    void progress(String sentence) {
        if (!done.get()) {
            reply.progress(sentence);
        }
    }

    void answered(Table table) {
        end("done", () -> reply.answered(table, clock.instant()));
    }

    void refused(Refusal refusal) {
        end(refusal.reason().condition(), () -> reply.refused(refusal));
    }

    void failed(Throwable cause) {
        LOG.error("The command {} failed", command, cause);
        refused(new Refusal(Reason.INTERNAL_SERVER_ERROR, text("refused.failed", command)));
    }

    void tookTooLong(Duration limit) {
        refused(new Refusal(
                Reason.INTERNAL_SERVER_ERROR,
                text("refused.time-limit", command, Long.toString(Math.max(1, limit.toSeconds())))));
    }

    private void end(String outcome, Runnable last) {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        audit.accept(outcome);
        try {
            last.run();
        } catch (RuntimeException e) {
            LOG.error("The answer to {} could not be sent", command, e);
        }
    }

    private String text(String key, Object... arguments) {
        return Messages.beside(Finish.class, locale).text(key, arguments);
    }
}
