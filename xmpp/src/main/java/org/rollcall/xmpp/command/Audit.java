package org.rollcall.xmpp.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

/** Keeps who asked for what, whatever came of it. */
public interface Audit {

    /**
     * One command's outcome.
     *
     * @param from as the server stamped it
     * @param by the person central named; null for none
     * @param role empty: a stranger
     * @param arguments as given, secrets masked
     * @param outcome {@code done} or the refusal's condition
     */
    record Entry(
            Jid from,
            BareJid by,
            Optional<Role> role,
            String command,
            Map<String, String> arguments,
            String outcome,
            Duration took,
            String channel) {}

    void record(Entry entry);
}
