package org.rollcall.central.service;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.web.ServiceFigures;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.Stored;

/** Counts what goes into the store, and how long it takes from a stanza's arrival to its commit. */
final class CountedEvents implements EventStore, ServiceFigures {
    private static final double NANOS = 1e9;

    private final EventStore store;
    private final BooleanSupplier healthy;
    private final LongAdder events = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    CountedEvents(EventStore store, BooleanSupplier healthy) {
        this.store = store;
        this.healthy = healthy;
    }

    @Override
    public CompletionStage<Stored> commit(BareJid machine, Events told, Instant received) {
        long began = System.nanoTime();
        return store.commit(machine, told, received).whenComplete((stored, failure) -> {
            if (failure == null) {
                events.add(told.events().size());
                commits.increment();
                nanos.add(System.nanoTime() - began);
            }
        });
    }

    @Override
    public void reconcile(BareJid machine, MachineState presence, Instant received) {
        store.reconcile(machine, presence, received);
    }

    @Override
    public boolean storeWritable() {
        return healthy.getAsBoolean();
    }

    @Override
    public long eventsCommitted() {
        return events.sum();
    }

    @Override
    public double commitSeconds() {
        return nanos.sum() / NANOS;
    }

    @Override
    public long commits() {
        return commits.sum();
    }
}
