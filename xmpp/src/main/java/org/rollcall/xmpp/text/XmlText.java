package org.rollcall.xmpp.text;

import java.util.regex.Pattern;

/**
 * Makes any string safe to send. A single character that XML 1.0 forbids makes a server close the stream, at every
 * sign-in again if it stands in a presence; so strings are cleaned where they enter.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, section 2.2</a>
 */
public final class XmlText {
    /** The longest name that is kept, in UTF-16 units. */
    public static final int LONGEST_NAME = 256;

    private static final char REPLACEMENT = '\uFFFD';
    /** They belong to no name, and make one read as another (Unicode, UAX 9). */
    private static final Pattern TURNING = Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private XmlText() {}

    /** What XML 1.0 forbids, and lone surrogates, become U+FFFD; everything else stays. Null stays null. */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder cleaned = null;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int width = Character.charCount(codePoint);
            if (!allowed(codePoint)) {
                if (cleaned == null) {
                    cleaned = new StringBuilder(text);
                }
                // A forbidden code point is never a surrogate pair, so the length stays.
                cleaned.setCharAt(i, REPLACEMENT);
            }
            i += width;
        }
        return cleaned == null ? text : cleaned.toString();
    }

    /** A cleaned name: also without tab and line ends, and cut at {@link #LONGEST_NAME}, never inside a pair. */
    public static String name(String text) {
        if (text == null) {
            return null;
        }
        String cleaned = clean(text).replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        if (cleaned.length() <= LONGEST_NAME) {
            return cleaned;
        }
        int end = Character.isHighSurrogate(cleaned.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return cleaned.substring(0, end);
    }

    /** Marks that turn the direction of what stands around them become U+FFFD. Null stays null. */
    public static String straight(String text) {
        return text == null ? null : TURNING.matcher(text).replaceAll(String.valueOf(REPLACEMENT));
    }

    /** XML 1.0's Char production. */
    private static boolean allowed(int c) {
        return c == 0x9
                || c == 0xA
                || c == 0xD
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
