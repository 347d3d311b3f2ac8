package org.rollcall.xmpp.frontend.chat;

import java.time.Duration;
import java.time.InstantSource;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.frontend.Expiring;

/** Each stranger hears one sentence a minute: two bots that answer each other would never end. */
final class Strangers {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    /** So many in all, as a bot may have many accounts; whoever comes on top hears nothing. */
    private static final int MOST = 256;

    private final Expiring<Boolean> answered;

    Strangers(InstantSource clock) {
        answered = new Expiring<>(PAUSE, 1, MOST, clock);
    }

    boolean mayHear(Jid from) {
        Jid bare = from.asBareJid();
        String id = bare.toString();
        if (answered.peek(id) || answered.isFull()) {
            return false;
        }
        answered.put(bare, id, Boolean.TRUE);
        return true;
    }
}
