package org.rollcall.xmpp.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;

/**
 * A question as a front end received it, nothing checked yet.
 *
 * @param from as the server stamped it
 * @param by on whose behalf; counts only from central
 * @param arguments parameter name to text
 * @param mayChange whether the way it came is fit for what changes the machine: not under an IQ get
 * @param channel {@code ask}, {@code chat} or {@code ad-hoc}, for the audit
 */
public record Call(
        Jid from,
        BareJid by,
        String command,
        Map<String, String> arguments,
        Locale locale,
        boolean mayChange,
        String channel) {

    public Call {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }
}
