package org.rollcall.central.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.central.board.MachineNow;

/** One who watches, and what is still to be told: of each machine only what it is by then. For one thread. */
final class Watcher {
    private record Pending(Instant at, MachineNow before, MachineNow now) {}

    private final EntityFullJid jid;
    private final Locale locale;
    private final Supplier<Optional<Predicate<MachineNow>>> sees;
    private final Map<BareJid, Pending> pending = new LinkedHashMap<>();
    private long lastSign;

    /** @param sees which machines; empty: none any more. Asked anew each time, as roles change */
    Watcher(EntityFullJid jid, Locale locale, Supplier<Optional<Predicate<MachineNow>>> sees, long nanoTime) {
        this.jid = jid;
        this.locale = locale;
        this.sees = sees;
        lastSign = nanoTime;
    }

    EntityFullJid jid() {
        return jid;
    }

    Locale locale() {
        return locale;
    }

    /** When it was last known to be there, as System.nanoTime has it. */
    long lastSign() {
        return lastSign;
    }

    void sign(long nanoTime) {
        lastSign = nanoTime;
    }

    void add(Instant at, MachineNow before, MachineNow now) {
        pending.merge(
                now.jid(), new Pending(at, before, now), (old, latest) -> new Pending(latest.at(), old.before(), now));
    }

    /** Whether anything has changed since it was last told. */
    boolean isDue() {
        return !pending.isEmpty();
    }

    boolean mayWatch() {
        return sees.get().isPresent();
    }

    /** Rows of {@link ChangeRows}; what is more than that waits for the next time. */
    List<List<Object>> take(int most) {
        List<List<Object>> rows = new ArrayList<>();
        Predicate<MachineNow> visible =
                pending.isEmpty() ? machine -> false : sees.get().orElse(machine -> false);
        Iterator<Pending> changes = pending.values().iterator();
        while (changes.hasNext() && rows.size() < most) {
            Pending change = changes.next();
            changes.remove();
            if (visible.test(change.now()) && ChangeRows.matters(change.before(), change.now())) {
                rows.add(ChangeRows.row(change.at(), change.before(), change.now()));
            }
        }
        return rows;
    }
}
