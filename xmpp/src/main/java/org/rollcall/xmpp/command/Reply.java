package org.rollcall.xmpp.command;

import java.time.Instant;

/**
 * Where a command's outcome goes: exactly one of {@link #answered} and {@link #refused} is called,
 * once, on any thread.
 */
public interface Reply {

    /** @param at when the command had looked */
    void answered(Table table, Instant at);

    void refused(Refusal refusal);

    /** Before that, from a command that takes long: how far it is, in the asker's language. */
    default void progress(String sentence) {}
}
