package org.rollcall.xmpp.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A question that has passed authorisation and argument checking.
 *
 * @param arguments parameter name to its checked value: String (TEXT and CHOICE), Long, Duration, Instant or Boolean;
 *     what the asker left out is absent
 * @param locale the asker's language, for texts that people read
 * @param progress takes a sentence on how far a long answer is; shown where the front end can
 */
public record Request(Asker asker, Map<String, Object> arguments, Locale locale, Consumer<String> progress) {

    public Request {
        arguments = Map.copyOf(arguments);
    }

    public Request(Asker asker, Map<String, Object> arguments, Locale locale) {
        this(asker, arguments, locale, sentence -> {});
    }

    public Optional<String> text(String parameter) {
        return Optional.ofNullable((String) arguments.get(parameter));
    }

    public Optional<Long> count(String parameter) {
        return Optional.ofNullable((Long) arguments.get(parameter));
    }

    public Optional<Duration> duration(String parameter) {
        return Optional.ofNullable((Duration) arguments.get(parameter));
    }

    public Optional<Instant> time(String parameter) {
        return Optional.ofNullable((Instant) arguments.get(parameter));
    }

    public boolean flag(String parameter) {
        return Boolean.TRUE.equals(arguments.get(parameter));
    }
}
