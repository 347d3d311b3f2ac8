package org.rollcall.central.ask;

import java.time.Instant;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.command.Table;

/**
 * What came of asking one machine; never nothing.
 *
 * @param table null when there is no answer
 * @param at when the machine looked; null when there is no answer
 * @param reason a stable word when there is no answer: {@code off}, {@code lost}, {@code timeout}, {@code forbidden}…
 * @param sentence for people, in the asker's language; null when there is an answer
 */
public record MachineOutcome(BareJid machine, String name, Table table, Instant at, String reason, String sentence) {

    public boolean answered() {
        return table != null;
    }
}
