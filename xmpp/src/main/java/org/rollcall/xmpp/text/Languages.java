package org.rollcall.xmpp.text;

import java.util.Locale;

/** The languages that texts for people exist in. */
public final class Languages {
    private Languages() {}

    /** @param xmlLang as in {@code xml:lang}, {@code fr-CA} say; null or another language: English */
    public static Locale of(String xmlLang) {
        boolean french = xmlLang != null
                && (xmlLang.equalsIgnoreCase("fr")
                        || xmlLang.toLowerCase(Locale.ROOT).startsWith("fr-"));
        return french ? Locale.FRENCH : Locale.ENGLISH;
    }
}
