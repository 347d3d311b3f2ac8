package org.rollcall.central.web;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.access.Who;
import org.rollcall.central.ask.MachineOutcome;

/** Wakes machines by the network, after checking what the person may do; writes the audit. */
public interface Waker {

    /**
     * @param progress hears of each machine's outcome as it comes; one that was sent has an empty table, whose note
     *     says how. Must not block
     * @return when all are done; never exceptionally
     */
    CompletableFuture<Void> wake(
            Who who, String channel, Collection<BareJid> machines, Locale locale, Consumer<MachineOutcome> progress);
}
