package org.rollcall.central.board;

import java.math.BigInteger;
import java.util.Comparator;

/** Names in the order in which people count: A2 before A10, upper and lower case alike. */
final class NumbersInNames {
    static final Comparator<String> ORDER = Comparator.comparing(String::toString, NumbersInNames::compare);

    private NumbersInNames() {}

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int iEnd = end(one, i);
            int jEnd = end(other, j);
            String part = one.substring(i, iEnd);
            String against = other.substring(j, jEnd);
            int order = isDigit(part.charAt(0)) && isDigit(against.charAt(0))
                    ? new BigInteger(part).compareTo(new BigInteger(against))
                    : part.compareToIgnoreCase(against);
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other);
    }

    private static int end(String text, int from) {
        int to = from + 1;
        while (to < text.length() && isDigit(text.charAt(to)) == isDigit(text.charAt(from))) {
            to++;
        }
        return to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
