package org.rollcall.central.web.api;

import java.text.Normalizer;
import java.util.Locale;

/** A text to search for, accents and case ignored. */
record Folded(String text) {
    /** What it does not stand in. Less is better: the whole, its start, the start of a word, anywhere. */
    static final int NONE = 4;

    static Folded of(String text) {
        return new Folded(fold(text));
    }

    /** @param where null: nowhere */
    int rankIn(String where) {
        if (where == null) {
            return NONE;
        }
        String folded = fold(where);
        int at = folded.indexOf(text);
        if (at < 0) {
            return NONE;
        }
        if (at == 0) {
            return folded.length() == text.length() ? 0 : 1;
        }
        return Character.isLetterOrDigit(folded.charAt(at - 1)) ? 3 : 2;
    }

    /** For addresses, which nobody knows from the middle. */
    int rankAtStart(String where) {
        int rank = rankIn(where);
        return rank <= 1 ? rank : NONE;
    }

    private static String fold(String text) {
        boolean plain = text.chars().allMatch(c -> c < 0x80);
        String decomposed = plain ? text : Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return decomposed.toLowerCase(Locale.ROOT);
    }
}
