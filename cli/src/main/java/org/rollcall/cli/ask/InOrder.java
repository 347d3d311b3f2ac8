package org.rollcall.cli.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.asking.Target;

/** Asks and waits for all, then tells what came of each in the order in which they were named. */
public final class InOrder {
    private InOrder() {}

    /** @param progress is told, on the calling thread, how many are done */
    public static List<Outcome> ask(
            Questioner questioner, Question question, List<Target> targets, IntConsumer progress)
            throws InterruptedException {
        Map<Target, Outcome> outcomes = new LinkedHashMap<>();
        targets.forEach(target -> outcomes.put(target, null));
        BlockingQueue<Outcome> heard = new LinkedBlockingQueue<>();
        questioner.ask(question, targets, heard::add);
        for (int done = 1; done <= targets.size(); done++) {
            // Each question ends by its own time limit, so this wait does too.
            Outcome outcome = heard.take();
            outcomes.put(outcome.target(), outcome);
            progress.accept(done);
        }
        return new ArrayList<>(outcomes.values());
    }
}
