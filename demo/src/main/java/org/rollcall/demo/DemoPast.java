package org.rollcall.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.central.store.sql.Stores;
import org.rollcall.demo.simulated.PastLife;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.xmpp.stanza.Events;

/** Tells a store of the days before as the machines would have: by their events, each day after the other. */
final class DemoPast {
    private final Stores stores;
    private final PastLife life;
    private final Clock clock;

    DemoPast(Stores stores, PastLife life, Clock clock) {
        this.stores = stores;
        this.life = life;
        this.clock = clock;
    }

    /**
     * Returns when all of it is committed.
     *
     * @param before how many days with lessons, besides today
     */
    void tell(List<Seat> seats, int before) {
        LocalDate today = LocalDate.now(clock);
        List<LocalDate> days = life.days(today, before);
        seats.forEach(seat -> introduce(stores.machines(), seat, days.get(0)));
        days.forEach(day -> tell(day, clock.instant()));
        tell(today, PastLife.until(clock.instant()));
    }

    /** What a machine's presence had told: sessions are kept with the address that it had. */
    private void introduce(Machines machines, Seat seat, LocalDate since) {
        BareJid jid = DemoAccounts.jid(seat);
        Instant firstSeen = since.atStartOfDay(clock.getZone()).toInstant();
        machines.remember(new KnownMachine(
                0,
                jid,
                seat.machine(),
                KnownMachine.Standing.KNOWN,
                null,
                null,
                firstSeen,
                null,
                null,
                seat.ip(),
                seat.mac(),
                null,
                null,
                null,
                null,
                null));
    }

    private void tell(LocalDate day, Instant until) {
        EventStore events = stores.events();
        List<CompletableFuture<?>> waiting = new ArrayList<>();
        for (Map.Entry<Seat, List<Events>> machine : life.day(day, until).entrySet()) {
            BareJid jid = DemoAccounts.jid(machine.getKey());
            for (Events journal : machine.getValue()) {
                Instant heard =
                        journal.events().get(journal.events().size() - 1).at();
                waiting.add(events.commit(jid, journal, heard).toCompletableFuture());
            }
        }
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
    }
}
