package org.rollcall.central.inbox;

import java.time.Instant;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.stanza.MachineState;

/** What is known of whether one machine is alive; under the lock of {@link Pulses}. */
final class Pulse {
    final BareJid machine;
    /** Its presence stands: the server says that it is there. */
    boolean present;
    /** It was there when the link went down, or central ended, and has not been heard of since. */
    boolean awaited;

    boolean seenSinceSignIn;
    /** The board shows it as unconfirmed or gone: its next word must be told. */
    boolean doubted;
    /** Its latest event says that it goes. */
    boolean farewell;

    Instant vanished;
    long vanishedAt;
    long heardAt;
    long dueAt;
    boolean asked;
    long askedAt;
    int misses;

    /** What it said last; null when it could not tell. */
    MachineState said;

    Pulse(BareJid machine) {
        this.machine = machine;
    }
}
