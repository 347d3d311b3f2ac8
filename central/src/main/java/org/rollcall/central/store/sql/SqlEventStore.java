package org.rollcall.central.store.sql;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.EventStore;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.Stored;

/** Events in, each once; presences wait until history has caught up with them. */
final class SqlEventStore implements EventStore {
    private static final int MOST_WAITING = 2000;

    private final Writer writer;
    private final EventWriter events;
    private final Reconciler reconciler;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Map<BareJid, Waiting> presences = new ConcurrentHashMap<>();
    private final Set<BareJid> looking = ConcurrentHashMap.newKeySet();

    private record Waiting(MachineState presence, long received) {}

    SqlEventStore(Writer writer, EventWriter events, Reconciler reconciler) {
        this.writer = writer;
        this.events = events;
        this.reconciler = reconciler;
    }

    @Override
    public CompletionStage<Stored> commit(BareJid machine, Events told, Instant received) {
        if (!room.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    new RejectedExecutionException(MOST_WAITING + " stanzas wait to be stored already"));
        }
        CompletableFuture<Stored> stored =
                writer.submit(handle -> events.store(handle, machine, told, received.toEpochMilli()));
        stored.whenComplete((answer, failure) -> {
            room.release();
            if (presences.containsKey(machine)) {
                look(machine);
            }
        });
        return stored;
    }

    @Override
    public void reconcile(BareJid machine, MachineState presence, Instant received) {
        presences.put(machine, new Waiting(presence, received.toEpochMilli()));
        look(machine);
    }

    /** At most one look a machine waits for the writer. When it will not take it, the next event's commit tries again. */
    private void look(BareJid machine) {
        if (!looking.add(machine)) {
            return;
        }
        writer.submit(handle -> look(handle, machine)).whenComplete((done, failure) -> {
            looking.remove(machine);
            if (done != null) {
                presences.remove(machine, done);
            }
        });
    }

    private Waiting look(Handle handle, BareJid machine) {
        looking.remove(machine);
        Waiting waiting = presences.get(machine);
        boolean done = waiting != null && reconciler.reconcile(handle, machine, waiting.presence(), waiting.received());
        return done ? waiting : null;
    }
}
