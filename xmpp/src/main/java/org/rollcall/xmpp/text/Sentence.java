package org.rollcall.xmpp.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A sentence for people that is in no language yet: who reads it decides.
 *
 * @param anchor the class that the texts lie beside; null: {@code key} is the sentence, in whatever language
 * @param arguments strings, or sentences, which follow the language
 */
public record Sentence(Class<?> anchor, String key, List<Object> arguments) {

    public static Sentence of(Class<?> anchor, String key, Object... arguments) {
        return new Sentence(
                anchor,
                key,
                Arrays.stream(arguments)
                        .map(each -> each instanceof Sentence ? each : (Object) String.valueOf(each))
                        .toList());
    }

    /** What comes from elsewhere, as it came. */
    public static Sentence plain(String text) {
        return new Sentence(null, text, List.of());
    }

    public String in(Locale locale) {
        return anchor == null ? key : Messages.beside(anchor, locale).text(key, arguments.toArray());
    }

    /** In English, as log lines are. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
