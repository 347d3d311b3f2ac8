package org.rollcall.central.fake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;

/** What machines say of themselves. */
public final class States {
    public static final Instant BOOT = Instant.parse("2026-11-23T07:30:00Z");

    private States() {}

    public static BareJid jid(String account) {
        return JidCreate.bareFromOrThrowUnchecked(account + "@iut.rdz");
    }

    public static MachineState machine(String account, SessionState... sessions) {
        return new MachineState(
                account.toUpperCase(Locale.ROOT),
                BOOT,
                BOOT,
                "10.2.3.26",
                "aa:bb:cc:dd:ee:ff",
                "1.0.0",
                "k3f9",
                1,
                List.of(sessions),
                0);
    }

    public static SessionState active(String user, Instant since) {
        return session(1, user, "active", since, false, null);
    }

    public static SessionState session(
            int id, String user, String state, Instant since, Boolean locked, Instant idleSince) {
        return new SessionState(id, user + since, user, "IUT", null, state, "console", since, locked, idleSince, null);
    }
}
