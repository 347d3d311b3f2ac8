package org.rollcall.central.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.EventStore;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.Stored;

/** Commits when it is told to. */
public final class FakeEventStore implements EventStore {
    private record Waiting(Events events, CompletableFuture<Stored> done) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final List<String> committed = new ArrayList<>();
    private final List<String> reconciled = new ArrayList<>();
    private boolean atOnce = true;

    public void hold() {
        atOnce = false;
    }

    /** Machine, journal and seq of each event, in order. */
    public List<String> committed() {
        return committed;
    }

    public List<String> reconciled() {
        return reconciled;
    }

    public void commitAll() {
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(one -> one.done()
                .complete(new Stored(one.events().lastSeq(), one.events().malformed())));
    }

    public void failAll() {
        List<Waiting> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(one -> one.done().completeExceptionally(new IllegalStateException("the disk is full")));
    }

    @Override
    public CompletionStage<Stored> commit(BareJid machine, Events events, Instant received) {
        CompletableFuture<Stored> done = new CompletableFuture<>();
        waiting.add(new Waiting(events, done));
        events.events().forEach(event -> committed.add(machine + " " + events.journal() + " " + event.seq()));
        if (atOnce) {
            commitAll();
        }
        return done;
    }

    @Override
    public void reconcile(BareJid machine, MachineState presence, Instant received) {
        reconciled.add(machine + " " + presence.journal() + " " + presence.seq());
    }
}
