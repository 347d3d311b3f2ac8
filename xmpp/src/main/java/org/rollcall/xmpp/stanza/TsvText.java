package org.rollcall.xmpp.stanza;

/**
 * How text stands in a cell: tab, line feed, carriage return and backslash as {@code \t \n \r \\}. An empty cell is
 * null, so the empty text is written {@code \-}.
 */
final class TsvText {
    private static final String EMPTY = "\\-";

    private TsvText() {}

    static String escape(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        StringBuilder cell = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> cell.append("\\t");
                case '\n' -> cell.append("\\n");
                case '\r' -> cell.append("\\r");
                case '\\' -> cell.append("\\\\");
                default -> cell.append(c);
            }
        }
        return cell.toString();
    }

    /** @throws IllegalArgumentException at a backslash that begins no known escape */
    static String unescape(String cell) {
        if (cell.equals(EMPTY)) {
            return "";
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            i++;
            switch (i < cell.length() ? cell.charAt(i) : 0) {
                case 't' -> text.append('\t');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case '\\' -> text.append('\\');
                default -> throw new IllegalArgumentException("unknown escape");
            }
        }
        return text.toString();
    }
}
