package org.rollcall.xmpp.asking;

import java.time.Instant;
import org.rollcall.xmpp.command.Table;

/** What came of asking one target: an answer, or the reason why there is none. Never nothing. */
public sealed interface Outcome {

    Target target();

    /** @param at when it had looked */
    record Answered(Target target, Instant at, Table table) implements Outcome {}

    /**
     * @param reason a stable word for scripts: {@code off}, {@code timeout}, {@code bad-answer}, {@code disconnected},
     *     or the condition of a refusal such as {@code forbidden}
     * @param sentence for people, in their language
     */
    record Unanswered(Target target, String reason, String sentence) implements Outcome {}
}
