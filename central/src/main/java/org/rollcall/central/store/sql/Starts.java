package org.rollcall.central.store.sql;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rollcall.xmpp.stanza.Event;

/** What the first event of a journal tells: what went before it, and what of that never came. */
final class Starts {
    static final String SHUTDOWN = "shutdown";
    static final String POWER_LOST = "power-lost";
    static final String AGENT_OFF = "agent-off";

    /** The boot time is worked out anew from the uptime at each start, and moves a little with each correction. */
    private static final long SAME_BOOT_MILLIS = 30_000;

    private Starts() {}

    /** The journal as it stands after its start. */
    static Journal begin(Handle handle, Journal journal, Event start, long happened, long received) {
        Long boot = time(start.attributes().get("boot"));
        Optional<Before> before = before(handle, journal);
        String beforeIt = before.map(last -> reason(last, boot)).orElse(AGENT_OFF);
        handle.createUpdate("UPDATE journal SET boot = :boot, begun = :begun, before_it = :reason WHERE id = :id")
                .bind("boot", boot)
                .bind("begun", happened)
                .bind("reason", beforeIt)
                .bind("id", journal.id())
                .execute();
        if (before.isPresent()) {
            noteMissing(handle, journal, start, received);
        }
        return new Journal(journal.id(), journal.machineId(), journal.name(), journal.high(), happened, boot, beforeIt);
    }

    private record Before(Long boot, boolean stopped) {}

    /** Central's own latest, whatever the machine names as the previous one: its data folder may be an old one. */
    private static Optional<Before> before(Handle handle, Journal journal) {
        return handle.createQuery("SELECT boot, stopped FROM journal"
                        + " WHERE machine_id = :machine AND id <> :id ORDER BY first_heard DESC, id DESC LIMIT 1")
                .bind("machine", journal.machineId())
                .bind("id", journal.id())
                .map((row, context) -> new Before(Columns.number(row, "boot"), row.getInt("stopped") == 1))
                .findOne();
    }

    private static String reason(Before before, Long boot) {
        if (boot == null || before.boot() == null || Math.abs(boot - before.boot()) <= SAME_BOOT_MILLIS) {
            return AGENT_OFF;
        }
        return before.stopped() ? SHUTDOWN : POWER_LOST;
    }

    /** The machine sends what earlier journals still hold first: what has not come by now is lost. */
    private static void noteMissing(Handle handle, Journal journal, Event start, long received) {
        String name = start.attributes().get("previous");
        Long last = number(start.attributes().get("previous-seq"));
        if (name == null || last == null || name.equals(journal.name())) {
            return;
        }
        Journal previous = Journals.open(handle, journal.machineId(), name, received - 1);
        if (previous.high() < last) {
            Journals.missing(handle, previous.id(), previous.high() + 1, last, received);
            handle.execute("UPDATE journal SET high = ? WHERE id = ?", last, previous.id());
        }
    }

    private static Long time(String text) {
        try {
            return text == null ? null : Columns.millis(Instant.parse(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Long number(String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
