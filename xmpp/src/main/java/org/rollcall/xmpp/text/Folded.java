package org.rollcall.xmpp.text;

import java.text.Normalizer;
import java.util.Locale;

/** A text as people search for it: accents and case do not matter. */
public final class Folded {
    private final String folded;

    public Folded(String text) {
        folded = of(text);
    }

    public boolean isEmpty() {
        return folded.isEmpty();
    }

    /** Whether it is a part of the text; never of null, which is unknown. */
    public boolean isIn(String text) {
        return text != null && of(text).contains(folded);
    }

    /** Lower case, without marks: {@code Kévin} is {@code kevin}. */
    public static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 0x80) {
                return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
            }
        }
        return lower;
    }
}
