package org.rollcall.xmpp.settings;

import java.nio.file.Path;

/**
 * What a setting's value may be.
 *
 * @param <T> what the program gets
 */
public interface ValueType<T> {

    /** A stable word for it, which the text {@code type.ID} explains to people. */
    String id();

    /**
     * Checks and converts.
     *
     * @param raw from TOML: String, Long, Double, Boolean or List of them; from environment and command line: String
     * @param base what a relative path is relative to
     */
    T parse(Object raw, Path base) throws BadValueException;

    /** As people would write it. */
    default String show(T value) {
        return value.toString();
    }
}
