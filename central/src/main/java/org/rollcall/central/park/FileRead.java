package org.rollcall.central.park;

import java.util.List;

/**
 * What came of reading a file.
 *
 * @param content null when there are mistakes: a file counts as a whole or not at all
 */
public record FileRead<T>(T content, List<Mistake> mistakes) {

    public FileRead {
        mistakes = List.copyOf(mistakes);
    }

    static <T> FileRead<T> of(T content, Mistakes mistakes) {
        return new FileRead<>(mistakes.all().isEmpty() ? content : null, mistakes.all());
    }

    public boolean good() {
        return mistakes.isEmpty();
    }
}
