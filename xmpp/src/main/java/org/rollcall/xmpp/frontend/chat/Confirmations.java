package org.rollcall.xmpp.frontend.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.command.Call;
import org.rollcall.xmpp.frontend.Expiring;

/** Orders that wait for their yes: one for each full JID, the newest, for 60 s. */
final class Confirmations {
    static final Duration LIFE = Duration.ofSeconds(60);
    private static final int MOST = 64;
    private static final Set<String> YES = Set.of("yes", "y", "oui", "o");
    private static final Set<String> NO = Set.of("no", "n", "non");

    private final Expiring<Call> waiting;

    Confirmations(InstantSource clock) {
        waiting = new Expiring<>(LIFE, 1, MOST, clock);
    }

    static boolean isYes(String line) {
        return YES.contains(line.toLowerCase(Locale.ROOT));
    }

    static boolean isNo(String line) {
        return NO.contains(line.toLowerCase(Locale.ROOT));
    }

    void ask(Call call) {
        waiting.put(call.from(), call.from().toString(), call);
    }

    Optional<Call> take(Jid from) {
        return waiting.remove(from, from.toString());
    }
}
