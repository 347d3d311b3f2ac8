package org.rollcall.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of some words somebody may have meant who wrote another. */
final class Nearest {
    private static final int MOST_MISTAKES = 2;
    private static final int MOST = 3;

    private Nearest() {}

    /** The nearest first; empty when none is near. */
    static List<String> to(String word, Collection<String> words) {
        return words.stream()
                .filter(known -> known.startsWith(word) || distance(word, known) <= allowed(word))
                .sorted(Comparator.comparingInt(known -> distance(word, known)))
                .limit(MOST)
                .toList();
    }

    private static int allowed(String word) {
        return Math.min(MOST_MISTAKES, word.length() / 3);
    }

    /** Letters put in, left out, changed, or two that have changed places. */
    static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                d[i][j] = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean crossed = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (crossed) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}
