package org.rollcall.xmpp.command;

import java.util.List;

/**
 * One parameter of a command. The name is a stable English id; what it means, in the asker's language, is the text
 * {@code parameter.NAME}, or {@code parameter.COMMAND.NAME} where a command's own meaning differs.
 *
 * @param choices the allowed values of a {@link Type#CHOICE}; empty for the other types
 */
public record Parameter(String name, Type type, boolean required, List<String> choices) {

    public enum Type {
        TEXT,
        /** A whole number, 0 or more. */
        COUNT,
        /** A number with a unit: {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
        DURATION,
        /** An instant (ISO 8601), a local time today ({@code 13:09}) or a date. */
        TIME,
        /** {@code true} or {@code false}; the bare name on a chat line means true. */
        FLAG,
        CHOICE
    }

    public Parameter {
        choices = List.copyOf(choices);
    }

    public static Parameter optional(String name, Type type) {
        return new Parameter(name, type, false, List.of());
    }

    public static Parameter required(String name, Type type) {
        return new Parameter(name, type, true, List.of());
    }

    public static Parameter choice(String name, String... choices) {
        return new Parameter(name, Type.CHOICE, false, List.of(choices));
    }
}
