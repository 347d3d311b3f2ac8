package org.rollcall.agent.command;

import java.util.Locale;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.text.Messages;

/** This package's bundle. Numbers are handed over as text, or they would be grouped by thousands. */
final class Texts {
    private Texts() {}

    static String text(Locale locale, String key, Object... arguments) {
        return Messages.beside(Texts.class, locale).text(key, arguments);
    }

    static Refusal refusal(Refusal.Reason reason, Locale locale, String key, Object... arguments) {
        return new Refusal(reason, text(locale, key, arguments));
    }

    static Refusal badRequest(Locale locale, String key, Object... arguments) {
        return refusal(Refusal.Reason.BAD_REQUEST, locale, key, arguments);
    }
}
