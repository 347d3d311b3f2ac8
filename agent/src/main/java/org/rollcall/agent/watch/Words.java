package org.rollcall.agent.watch;

import java.util.Locale;
import org.rollcall.agent.host.Session;

/** A session's state and kind in the words of the protocol. */
public final class Words {
    private Words() {}

    public static String of(Session.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    public static String of(Session.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Session.State state(String word) {
        return Session.State.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Session.Kind kind(String word) {
        return Session.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
