package org.rollcall.central.command;

import java.util.Locale;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.text.Messages;

/** This package's bundle. Numbers are handed over as text, or they would be grouped by thousands. */
final class Texts {
    private Texts() {}

    static String text(Locale locale, String key, Object... arguments) {
        return Messages.beside(Texts.class, locale).text(key, arguments);
    }

    static Refusal notFound(Locale locale, String key, Object... arguments) {
        return new Refusal(Refusal.Reason.ITEM_NOT_FOUND, text(locale, key, arguments));
    }

    static Refusal badRequest(Locale locale, String key, Object... arguments) {
        return new Refusal(Refusal.Reason.BAD_REQUEST, text(locale, key, arguments));
    }

    static Refusal forbidden(Locale locale, String key, Object... arguments) {
        return new Refusal(Refusal.Reason.FORBIDDEN, text(locale, key, arguments));
    }
}
