package org.rollcall.central.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;

/** The latest presence of those who wait to be believed: the server does not tell it again when they are. */
final class Waiting {
    private static final int MOST = 1_000;
    /** In characters; what strangers say has no other bound. */
    private static final int LARGEST = 4_000;

    private final Map<BareJid, MachineState> states = new LinkedHashMap<>();

    synchronized void says(BareJid jid, MachineState state) {
        states.remove(jid);
        if (size(state) <= LARGEST) {
            states.put(jid, state);
        }
        if (states.size() > MOST) {
            states.remove(states.keySet().iterator().next());
        }
    }

    synchronized Optional<MachineState> take(BareJid jid) {
        return Optional.ofNullable(states.remove(jid));
    }

    synchronized void clear() {
        states.clear();
    }

    private static int size(MachineState state) {
        int size = length(state.name()) + length(state.version()) + length(state.journal()) + length(state.ip());
        for (SessionState session : state.sessions()) {
            size += length(session.uid())
                    + length(session.user())
                    + length(session.domain())
                    + length(session.fullName())
                    + length(session.client())
                    + length(session.state())
                    + length(session.kind());
        }
        return size;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
