package org.rollcall.xmpp.asking;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jivesoftware.smack.XMPPConnection;

/**
 * Asks any number of targets, so many at a time over all who ask by this object; they take turns, so that who asks one
 * machine need not wait for who asks all. Thread-safe; never blocks.
 */
public final class Questioner {
    /** Servers give one client's stream so much; more in flight only wait there, and their time runs out. */
    public static final int IN_FLIGHT = 64;

    private final BiFunction<Question, Target, CompletableFuture<Outcome>> asking;
    private final Queue<Round> waiting = new ArrayDeque<>();
    private int inFlight;
    private boolean sending;

    public Questioner(XMPPConnection connection) {
        this(asking(Requests.on(connection)));
    }

    /** @param asking asks one, never blocks, and never completes exceptionally */
    public Questioner(BiFunction<Question, Target, CompletableFuture<Outcome>> asking) {
        this.asking = asking;
    }

    private static BiFunction<Question, Target, CompletableFuture<Outcome>> asking(Requests requests) {
        return (question, target) -> new Asking(requests, question, target).start();
    }

    /**
     * @param each hears of every target's outcome as it comes, on the connection's threads; must not block
     * @return done after the last outcome was heard; never exceptionally. Cancelling it drops those not asked yet, whose
     *     outcome is then never heard
     */
    public CompletableFuture<Void> ask(Question question, Collection<Target> targets, Consumer<Outcome> each) {
        return ask(target -> question, targets, each);
    }

    /** The same, each asked something of its own. @param questions from memory */
    public CompletableFuture<Void> ask(
            Function<Target, Question> questions, Collection<Target> targets, Consumer<Outcome> each) {
        Round round = new Round(questions, targets, each);
        if (targets.isEmpty()) {
            round.done.complete(null);
            return round.done;
        }
        synchronized (this) {
            waiting.add(round);
        }
        send();
        return round.done;
    }

    /** One thread at a time sends; what ends meanwhile is seen by it, so that no answer ever sends within another. */
    private void send() {
        for (boolean first = true; ; first = false) {
            Round round;
            Target target;
            synchronized (this) {
                if (first && sending) {
                    return;
                }
                round = next();
                sending = round != null;
                if (round == null) {
                    return;
                }
                target = round.targets.remove();
                if (!round.targets.isEmpty()) {
                    waiting.add(round);
                }
                inFlight++;
            }
            asking.apply(round.questions.apply(target), target).thenAccept(outcome -> ended(round, outcome));
        }
    }

    /** Null: none may be sent now. */
    private Round next() {
        waiting.removeIf(round -> round.done.isDone());
        return inFlight < IN_FLIGHT ? waiting.poll() : null;
    }

    private void ended(Round round, Outcome outcome) {
        synchronized (this) {
            inFlight--;
        }
        try {
            round.each.accept(outcome);
        } finally {
            round.ended();
            send();
        }
    }

    /** One call of {@link #ask}. */
    private static final class Round {
        final Function<Target, Question> questions;
        final Queue<Target> targets;
        final Consumer<Outcome> each;
        final CompletableFuture<Void> done = new CompletableFuture<>();
        private int left;

        Round(Function<Target, Question> questions, Collection<Target> targets, Consumer<Outcome> each) {
            this.questions = questions;
            this.targets = new ArrayDeque<>(targets);
            this.each = each;
            left = targets.size();
        }

        void ended() {
            boolean last;
            synchronized (this) {
                last = --left == 0;
            }
            if (last) {
                done.complete(null);
            }
        }
    }
}
