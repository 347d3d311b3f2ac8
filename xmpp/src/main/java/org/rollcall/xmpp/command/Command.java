package org.rollcall.xmpp.command;

import java.time.Duration;
import java.util.List;

/**
 * A question or an order to a machine, or to central. One file implements one command; {@link CommandRunner} does for
 * it what is the same for all.
 */
public interface Command {

    /** The stable id that people type and clients send: lower-case letters. */
    String name();

    /** The least role that may use it. */
    Role role();

    /** Whether it changes the machine: then it is refused under an IQ get and confirmed by a reply in chat. */
    default boolean changes() {
        return false;
    }

    default List<Parameter> parameters() {
        return List.of();
    }

    /** Whether it also takes arguments that it does not name, and hands them on as text. */
    default boolean takesMore() {
        return false;
    }

    List<Column> columns();

    /** How long an asker waits at most. */
    default Duration timeLimit() {
        return Duration.ofSeconds(10);
    }

    /**
     * Answers; runs on one of the runner's threads and is interrupted at its time limit.
     *
     * @throws Refusal when it cannot be done and the asker should know why
     */
    Table answer(Request request) throws Refusal, InterruptedException;
}
