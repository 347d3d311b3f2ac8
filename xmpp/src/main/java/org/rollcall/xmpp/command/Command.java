package org.rollcall.xmpp.command;

import java.time.Duration;
import java.util.List;

/**
 * A question or an order to a machine, or to central. One file implements one command; {@link CommandRunner} does for
 * it what is the same for all.
 */
public interface Command {

    /** What it is called, who may use it, what it takes and gives; where settings decide, as they stand now. */
    Signature signature();

    /**
     * Answers; runs on one of the runner's threads and is interrupted at its time limit.
     *
     * @throws Refusal when it cannot be done and the asker should know why
     */
    Table answer(Request request) throws Refusal, InterruptedException;

    default String name() {
        return signature().name();
    }

    default Role role() {
        return signature().role();
    }

    default boolean changes() {
        return signature().changes();
    }

    default List<Parameter> parameters() {
        return signature().parameters();
    }

    default boolean takesMore() {
        return signature().takesMore();
    }

    default List<Column> columns() {
        return signature().columns();
    }

    default Duration timeLimit() {
        return signature().timeLimit();
    }
}
