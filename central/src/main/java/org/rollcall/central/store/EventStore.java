package org.rollcall.central.store;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.Stored;

/**
 * Takes events in. One thread commits, many waiting stanzas at a time. At most 2,000 wait; beyond it {@link #commit}
 * fails at once and the machine sends again.
 */
public interface EventStore {

    /**
     * Completes after the commit, and only then; exceptionally when it could not be committed, and then nothing of it
     * is. A repeat is answered again and stored once.
     *
     * @param machine the sender's bare JID as the server stamped it: its key, whatever the events say
     */
    CompletionStage<Stored> commit(BareJid machine, Events events, Instant received);

    /**
     * Brings history and presence together: once everything up to the presence's seq is stored, sessions that presence
     * has and history lacks are opened, and those that history has open and presence lacks are ended, each marked with
     * its reason. The latest presence of a machine replaces one that still waits for its events.
     */
    void reconcile(BareJid machine, MachineState presence, Instant received);
}
