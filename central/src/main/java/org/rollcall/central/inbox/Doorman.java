package org.rollcall.central.inbox;

import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.parts.Resourcepart;
import org.rollcall.central.store.Machines;

/** Whom central believes: agents on the accounts of its own table of machines. The server stamps who sends. */
final class Doorman {
    static final Resourcepart AGENT = Resourcepart.fromOrThrowUnchecked("agent");

    private static final int LONGEST_NAME = 64;

    private static final int MOST_REMEMBERED = 1_000;

    private final Machines machines;
    private final InstantSource clock;
    private final Set<BareJid> strangers = new LinkedHashSet<>();

    Doorman(Machines machines, InstantSource clock) {
        this.machines = machines;
        this.clock = clock;
    }

    /** Null when it is none of ours, or another program on a machine's account. */
    BareJid machine(Jid from) {
        if (from == null || !AGENT.equals(from.getResourceOrNull())) {
            return null;
        }
        BareJid account = from.asBareJid();
        return machines.isKnown(account) ? account : null;
    }

    /**
     * Somebody speaks as an agent whom we do not believe.
     *
     * @param name what it calls itself
     */
    void stranger(Jid from, String name) {
        BareJid account = from.asBareJid();
        // Another program on a machine's own account is no machine that anybody should approve.
        if (account.getLocalpartOrNull() != null && !machines.isKnown(account)) {
            String shortened = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
            machines.heardUnknown(account, shortened, clock.instant());
            remember(account);
        }
    }

    /** Those who spoke as strangers and are believed since; each is told once. */
    synchronized List<BareJid> believedSince() {
        List<BareJid> believed = strangers.stream().filter(machines::isKnown).toList();
        believed.forEach(strangers::remove);
        return believed;
    }

    private synchronized void remember(BareJid account) {
        strangers.add(account);
        if (strangers.size() > MOST_REMEMBERED) {
            strangers.remove(strangers.iterator().next());
        }
    }
}
