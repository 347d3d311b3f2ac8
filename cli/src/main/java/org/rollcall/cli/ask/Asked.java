package org.rollcall.cli.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jivesoftware.smack.XMPPConnection;
import org.rollcall.cli.CliException;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliSettings;
import org.rollcall.xmpp.asking.Outcome;
import org.rollcall.xmpp.asking.Outcome.Unanswered;
import org.rollcall.xmpp.asking.Question;
import org.rollcall.xmpp.asking.Questioner;
import org.rollcall.xmpp.asking.Target;

/**
 * Machines asked over one connection: by the account itself where it may, and else by central on its behalf, which knows
 * the park and what people may do in each room.
 */
public final class Asked {
    /** A machine that refuses this way has done nothing, so that it can be asked again. */
    private static final String FORBIDDEN = "forbidden";

    private final XMPPConnection connection;
    private final Whom whom;
    private final Optional<ThroughCentral> central;

    /** Where the account has no machines among its contacts, and no role there, either. */
    private boolean byCentralAlone;

    public Asked(XMPPConnection connection, Whom whom, CliSettings settings, Terminal terminal) {
        this.connection = connection;
        this.whom = whom;
        central = settings.central() == null
                ? Optional.empty()
                : Optional.of(new ThroughCentral(new CentralLine(connection, settings.central(), terminal), settings));
    }

    /** Who is meant. */
    public List<Target> targets() throws InterruptedException {
        try {
            return whom.targets(connection);
        } catch (CliException nobody) {
            if (central.isEmpty()) {
                throw nobody;
            }
            byCentralAlone = true;
            return whom.targets(central.get());
        }
    }

    /** What came of each, in their order. @param progress is told how many are done */
    public List<Outcome> ask(Question question, List<Target> targets, IntConsumer progress)
            throws InterruptedException {
        if (byCentralAlone) {
            return central.get().ask(question, targets, progress);
        }
        List<Outcome> outcomes = InOrder.ask(new Questioner(connection), question, targets, progress);
        List<Target> refused = outcomes.stream()
                .filter(outcome ->
                        outcome instanceof Unanswered no && no.reason().equals(FORBIDDEN))
                .map(Outcome::target)
                .toList();
        return central.isEmpty() || refused.isEmpty() ? outcomes : again(question, outcomes, refused);
    }

    private List<Outcome> again(Question question, List<Outcome> outcomes, List<Target> refused)
            throws InterruptedException {
        List<Outcome> better;
        try {
            better = central.get().askEach(question, refused);
        } catch (CliException notByCentralEither) {
            return outcomes;
        }
        List<Outcome> all = new ArrayList<>(outcomes);
        all.replaceAll(outcome ->
                refused.contains(outcome.target()) ? better.get(refused.indexOf(outcome.target())) : outcome);
        return all;
    }
}
