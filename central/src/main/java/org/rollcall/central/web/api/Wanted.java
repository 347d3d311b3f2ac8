package org.rollcall.central.web.api;

import org.rollcall.central.park.Folding;

/** A text to search for, accents and case ignored, and how well it fits. */
record Wanted(String text) {
    /** What it does not stand in. Less is better: the whole, its start, the start of a word, anywhere. */
    static final int NONE = 4;

    static Wanted of(String text) {
        return new Wanted(Folding.fold(text));
    }

    /** @param where null: nowhere */
    int rankIn(String where) {
        if (where == null) {
            return NONE;
        }
        String folded = Folding.fold(where);
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
}
