package org.rollcall.xmpp.command;

import java.time.Instant;

/** Where a command's outcome goes: exactly one of the two is called, once, on any thread. */
public interface Reply {

    /** @param at when the command had looked */
    void answered(Table table, Instant at);

    void refused(Refusal refusal);
}
