package org.rollcall.central.ask;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Who;

/**
 * Asks machines on a person's behalf, after checking what that person may do in each machine's room; writes the audit;
 * hides the processes of staff from viewers. At most 64 questions are in flight over all askers, the rest wait.
 */
public interface MachineAsker {

    /**
     * @param order whether it changes the machine
     * @param timeout for each part of each answer
     */
    record Question(
            Who who,
            String channel,
            String command,
            Map<String, String> arguments,
            boolean order,
            Locale locale,
            Duration timeout) {}

    /**
     * @param machines each with the arguments that are for it alone
     * @param progress hears of each machine's outcome as it comes, on the link's threads; must not block
     * @return when all are done; never exceptionally. Cancelling it stops those that still wait
     */
    CompletableFuture<Void> ask(
            Question question, Map<BareJid, Map<String, String>> machines, Consumer<MachineOutcome> progress);

    /** All are asked the same. */
    default CompletableFuture<Void> ask(
            Question question, Collection<BareJid> machines, Consumer<MachineOutcome> progress) {
        Map<BareJid, Map<String, String>> all = new LinkedHashMap<>();
        machines.forEach(machine -> all.put(machine, Map.of()));
        return ask(question, all, progress);
    }
}
