package org.rollcall.xmpp.frontend.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One typed line: {@code processes user=kevin.marchais sort=memory name="a b"}. A bare word after the command is a flag
 * that is set. Quotes may stand around a value or around the whole argument; {@code \"} and {@code \\} within them.
 */
record ChatLine(String command, Map<String, String> arguments) {

    /** What is wrong with a line: the key of its text, and the part of the line that it is about. */
    static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1;

        final String key;
        final String part;

        BadLineException(String key, String part) {
            super(key, null, false, false);
            this.key = key;
            this.part = part;
        }
    }

    /** @param line not blank */
    static ChatLine parse(String line) throws BadLineException {
        List<String> words = words(line);
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals < 0 ? "true" : word.substring(equals + 1);
            if (name.isEmpty()) {
                throw new BadLineException("line.name", word);
            }
            if (arguments.put(name.toLowerCase(Locale.ROOT), value) != null) {
                throw new BadLineException("line.twice", name);
            }
        }
        return new ChatLine(words.get(0).toLowerCase(Locale.ROOT), arguments);
    }

    private static List<String> words(String line) throws BadLineException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\' && i + 1 < line.length() && "\"\\".indexOf(line.charAt(i + 1)) >= 0) {
                word.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                inWord = true;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quoted) {
            throw new BadLineException("line.quote", word.toString());
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
