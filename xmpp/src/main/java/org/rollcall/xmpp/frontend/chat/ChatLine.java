package org.rollcall.xmpp.frontend.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.xmpp.command.Parameter;

/**
 * One typed line: {@code processes user=kevin.marchais sort=memory name="a b"}. A bare word after the command is a flag
 * that is set, or else the value of the command's first parameter, then of those that are required: {@code help processes}.
 * Quotes may stand around a value or around the whole argument; {@code \"} and {@code \\} within them.
 */
public record ChatLine(String command, List<String> words, Map<String, String> arguments) {

    /** What is wrong with a line: the key of its text, and the part of the line that it is about. */
    public static final class BadLineException extends Exception {
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
    public static ChatLine parse(String line) throws BadLineException {
        List<String> words = words(line);
        List<String> bare = new ArrayList<>();
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                bare.add(word);
            } else {
                put(arguments, word.substring(0, equals), word.substring(equals + 1), word);
            }
        }
        return new ChatLine(words.get(0).toLowerCase(Locale.ROOT), bare, arguments);
    }

    /** All arguments, the bare words among them, as this command takes them. */
    Map<String, String> arguments(List<Parameter> parameters) throws BadLineException {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        for (String word : words) {
            Parameter place =
                    parameters.stream().anyMatch(p -> p.name().equalsIgnoreCase(word)) ? null : place(parameters, all);
            put(all, place == null ? word : place.name(), place == null ? "true" : word, word);
        }
        return all;
    }

    /** The first parameter, and after it those that must be there, in their order; null: all have their value. */
    private static Parameter place(List<Parameter> parameters, Map<String, String> given) {
        for (Parameter parameter : parameters) {
            boolean first = parameter == parameters.get(0);
            if ((first || parameter.required()) && takesWord(parameter) && !given.containsKey(parameter.name())) {
                return parameter;
            }
        }
        return null;
    }

    private static boolean takesWord(Parameter parameter) {
        return parameter.type() == Parameter.Type.TEXT || parameter.type() == Parameter.Type.CHOICE;
    }

    private static void put(Map<String, String> arguments, String name, String value, String word)
            throws BadLineException {
        if (name.isEmpty()) {
            throw new BadLineException("line.name", word);
        }
        if (arguments.put(name.toLowerCase(Locale.ROOT), value) != null) {
            throw new BadLineException("line.twice", name);
        }
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
