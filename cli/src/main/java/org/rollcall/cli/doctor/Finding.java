package org.rollcall.cli.doctor;

import java.util.List;
import java.util.Locale;
import org.rollcall.xmpp.text.Messages;

/**
 * One thing looked at. Its texts are {@code KEY} for what was seen and {@code KEY.do} or, for one kind of server, {@code
 * KEY.do.prosody} for what to change.
 *
 * @param key {@code CHECK.WHAT}
 */
record Finding(Level level, String key, List<Object> arguments) {

    enum Level {
        OK,
        NOTE,
        WARNING,
        BAD;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Finding(Level level, String key, Object... arguments) {
        this(level, key, List.of(arguments));
    }

    /** The part of the key before the first dot: what was looked at. */
    String check() {
        return key.substring(0, key.indexOf('.'));
    }

    String seen(Locale locale) {
        return Messages.beside(Finding.class, locale).text(key, arguments.toArray());
    }

    /** What to change; empty when there is nothing to change. */
    String advice(Locale locale, ServerKind server) {
        Messages messages = Messages.beside(Finding.class, locale);
        String own = key + ".do." + server.id();
        String general = key + ".do";
        if (messages.has(own)) {
            return messages.text(own, arguments.toArray());
        }
        return messages.has(general) ? messages.text(general, arguments.toArray()) : "";
    }
}
