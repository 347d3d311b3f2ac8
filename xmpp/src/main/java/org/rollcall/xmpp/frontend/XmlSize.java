package org.rollcall.xmpp.frontend;

/** How many bytes text becomes on the wire: escaped, in UTF-8. */
public final class XmlSize {
    private XmlSize() {}

    public static int of(CharSequence text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += switch (c) {
                case '<', '>' -> 4;
                case '&' -> 5;
                case '\'', '"' -> 6;
                // Each half of a pair is counted as two of its four bytes.
                default -> c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            };
        }
        return size;
    }

    /** The longest beginning that takes no more bytes than that, marked with an ellipsis if it is cut. */
    public static String cut(String text, int bytes) {
        if (of(text) <= bytes) {
            return text;
        }
        int size = 3;
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            size += of(text.substring(end, next));
            if (size > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + "…";
    }
}
