package org.rollcall.xmpp.command;

import java.time.Duration;
import java.util.List;

/**
 * All that a command says of itself without being run.
 *
 * @param name the stable id that people type and clients send: lower-case letters and hyphens
 * @param role the least role that may use it
 * @param changes whether it changes the machine: then it is refused under an IQ get and confirmed by a reply in chat
 * @param takesMore whether it also takes arguments that it does not name, and hands them on as text
 * @param timeLimit how long an asker waits at most
 */
public record Signature(
        String name,
        Role role,
        boolean changes,
        List<Parameter> parameters,
        boolean takesMore,
        List<Column> columns,
        Duration timeLimit) {
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    public Signature {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /** What only reads. */
    public static Signature question(String name, Role role) {
        return new Signature(name, role, false, List.of(), false, List.of(), USUAL_LIMIT);
    }

    /** What changes something. */
    public static Signature order(String name, Role role) {
        return new Signature(name, role, true, List.of(), false, List.of(), USUAL_LIMIT);
    }

    public Signature taking(Parameter... parameters) {
        return new Signature(name, role, changes, List.of(parameters), takesMore, columns, timeLimit);
    }

    public Signature takingMore() {
        return new Signature(name, role, changes, parameters, true, columns, timeLimit);
    }

    public Signature giving(Column... columns) {
        return giving(List.of(columns));
    }

    public Signature giving(List<Column> columns) {
        return new Signature(name, role, changes, parameters, takesMore, columns, timeLimit);
    }

    public Signature within(Duration timeLimit) {
        return new Signature(name, role, changes, parameters, takesMore, columns, timeLimit);
    }
}
