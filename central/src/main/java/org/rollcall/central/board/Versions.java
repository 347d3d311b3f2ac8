package org.rollcall.central.board;

import java.util.Comparator;

/** Versions of agents in order: numbers in them count as numbers. */
public final class Versions {
    public static final Comparator<String> ORDER = Versions::compare;

    private Versions() {}

    private static int compare(String one, String other) {
        String[] left = one.split("[.+_-]", 16);
        String[] right = other.split("[.+_-]", 16);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int part = part(left[i], right[i]);
            if (part != 0) {
                return part;
            }
        }
        if (left.length == right.length) {
            return 0;
        }
        // 1.0.0-SNAPSHOT comes before 1.0.0, and 1.0 before 1.0.1.
        boolean leftLonger = left.length > right.length;
        String next = leftLonger ? left[right.length] : right[left.length];
        boolean laterIsLonger = isNumber(next);
        return leftLonger == laterIsLonger ? 1 : -1;
    }

    private static int part(String left, String right) {
        return isNumber(left) && isNumber(right)
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : left.compareTo(right);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,18}");
    }
}
