package org.rollcall.xmpp.asking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.rollcall.xmpp.asking.Outcome.Answered;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.stanza.Answer;
import org.rollcall.xmpp.stanza.Ask;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RefusedAnswer;
import org.rollcall.xmpp.text.Messages;

/** One question to one target, part after part of its answer. */
final class Asking {
    /** 128 KiB each: far more than any table here, and an end to a machine that never says it is done. */
    private static final int MOST_PARTS = 200;

    private final Requests requests;
    private final Question question;
    private final Target target;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    private final List<List<Object>> rows = new ArrayList<>();
    private List<Column> columns;
    private Instant at;
    private String note;
    private int parts;

    Asking(Requests requests, Question question, Target target) {
        this.requests = requests;
        this.question = question;
        this.target = target;
    }

    /** Never completes exceptionally; within the question's timeout for each part. */
    CompletableFuture<Outcome> start() {
        next(null);
        return outcome;
    }

    private void next(String cursor) {
        Ask ask = new Ask(
                question.command(), question.locale().getLanguage(), question.by(), cursor, question.arguments());
        // The first part carries the order out; the others only read on.
        IQ.Type type = question.order() && cursor == null ? IQ.Type.set : IQ.Type.get;
        requests.ask(NodeIq.of(type, target.jid(), ask.toXml()), question.timeout())
                .whenComplete((result, failure) -> {
                    if (failure == null) {
                        answered(result);
                    } else {
                        failed(failure);
                    }
                });
    }

    private void answered(IQ result) {
        try {
            if (!(result instanceof NodeIq iq)) {
                throw new MalformedException("the result holds no <answer/>");
            }
            Answer answer = Answer.from(iq.node());
            Table part = answer.table();
            if (columns == null) {
                columns = part.columns();
                at = answer.at();
                note = answer.note();
            } else if (!columns.equals(part.columns())) {
                throw new MalformedException("the columns change from part to part");
            }
            rows.addAll(part.rows());
            parts++;
            if (answer.more() == null || parts >= MOST_PARTS) {
                outcome.complete(new Answered(target, at, new Table(columns, rows, note)));
            } else {
                next(answer.more());
            }
        } catch (MalformedException | RuntimeException e) {
            none("bad-answer", text("malformed", e.getMessage()));
        }
    }

    private void failed(Throwable e) {
        if (e instanceof TimeoutException) {
            none("timeout", text("timeout", String.valueOf(question.timeout().toSeconds())));
        } else if (e instanceof XMPPErrorException refused) {
            refused(refused.getStanzaError());
        } else {
            none("disconnected", text("disconnected", String.valueOf(e.getMessage())));
        }
    }

    private void refused(StanzaError error) {
        Refusal refusal = RefusedAnswer.from(error);
        if (refusal != null) {
            none(refusal.reason().condition(), refusal.getMessage());
        } else if (error.getCondition() == StanzaError.Condition.service_unavailable) {
            none("off", text("off"));
        } else {
            String text = error.getDescriptiveText();
            String condition = error.getCondition().toString();
            none(condition, text("error", text == null ? condition : text));
        }
    }

    private void none(String reason, String sentence) {
        outcome.complete(new Unanswered(target, reason, sentence));
    }

    private String text(String key, Object... arguments) {
        return Messages.beside(Asking.class, question.locale()).text(key, arguments);
    }
}
