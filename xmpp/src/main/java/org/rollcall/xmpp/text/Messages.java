package org.rollcall.xmpp.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Texts for people, in English and French; any other language gets English. The texts of a package lie beside it in
 * {@code messages.properties} (English) and {@code messages_fr.properties}, in UTF-8, in {@link MessageFormat}'s
 * syntax (a quote is written twice).
 */
public final class Messages {
    private static final ResourceBundle.Control ENGLISH_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts that lie beside a class. */
    public static Messages beside(Class<?> anchor, Locale locale) {
        String name = anchor.getPackageName() + ".messages";
        return new Messages(ResourceBundle.getBundle(name, locale, anchor.getClassLoader(), ENGLISH_FALLBACK), locale);
    }

    /**
     * @param arguments a {@link Sentence} among them is told in the same language
     * @throws MissingResourceException when there is no such text, which a test of each bundle rules out
     */
    public String text(String key, Object... arguments) {
        Object[] told = arguments.clone();
        for (int i = 0; i < told.length; i++) {
            told[i] = told[i] instanceof Sentence sentence ? sentence.in(locale) : told[i];
        }
        return new MessageFormat(bundle.getString(key), locale).format(told);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
