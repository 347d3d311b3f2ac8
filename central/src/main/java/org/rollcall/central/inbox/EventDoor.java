package org.rollcall.central.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.store.EventStore;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RefusedAnswer;
import org.rollcall.xmpp.stanza.Stored;
import org.rollcall.xmpp.text.MachineName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events to the store, and answers when they are there, never before. */
final class EventDoor {
    private static final Logger LOG = LoggerFactory.getLogger(EventDoor.class);

    /** Stanzas that wait to be ready; beyond them they are stored as they are. */
    private static final int MOST_HELD = 5_000;

    private final Entity entity;
    private final Doorman doorman;
    private final EventStore store;
    private final InstantSource clock;
    private final BiConsumer<BareJid, Events> heard;
    private final Function<BareJid, CompletionStage<Void>> ready;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicInteger held = new AtomicInteger();

    /**
     * @param heard hears of what a machine has sent, before it is stored; must not block
     * @param ready done, and soon, when a machine's events may be stored
     */
    EventDoor(
            Entity entity,
            Doorman doorman,
            EventStore store,
            InstantSource clock,
            BiConsumer<BareJid, Events> heard,
            Function<BareJid, CompletionStage<Void>> ready) {
        this.entity = entity;
        this.doorman = doorman;
        this.store = store;
        this.clock = clock;
        this.heard = heard;
        this.ready = ready;
        entity.answer(IQ.Type.set, Events.ELEMENT, Namespace.ROLLCALL, this::received);
    }

    private void received(IQ request) {
        BareJid machine = doorman.machine(request.getFrom());
        if (machine == null) {
            refuseStranger(request);
            return;
        }
        Events events;
        try {
            events = Cleaned.of(Events.from(request instanceof NodeIq iq ? iq.node() : null));
        } catch (MalformedException e) {
            LOG.warn("Events of {} are malformed and were refused: {}", machine, e.getMessage());
            entity.refuse(request, new Refusal(Refusal.Reason.BAD_REQUEST, e.getMessage()));
            return;
        }
        heard.accept(machine, events);
        Instant received = clock.instant();
        ready(machine)
                .thenCompose(done -> store.commit(machine, events, received))
                .whenComplete((stored, failure) -> {
                    if (failure == null) {
                        stored(request, stored);
                    } else {
                        failed(request, failure);
                    }
                });
    }

    private CompletionStage<Void> ready(BareJid machine) {
        if (held.get() >= MOST_HELD) {
            return CompletableFuture.completedFuture(null);
        }
        held.incrementAndGet();
        return ready.apply(machine).whenComplete((done, failure) -> held.decrementAndGet());
    }

    private void stored(IQ request, Stored stored) {
        if (failing.compareAndSet(true, false)) {
            LOG.info("Events are stored again");
        }
        // Not sent, for want of a link or of room: the machine sends the same again, and it is answered again.
        entity.send(NodeIq.result(request, stored.toXml()));
    }

    /** The machine keeps them and sends them again, later and later; an answer tells its log why. */
    private void failed(IQ request, Throwable failure) {
        if (failing.compareAndSet(false, true)) {
            LOG.error("Events cannot be stored; machines keep them and send them again: {}", failure.toString());
        }
        LOG.debug("Events of {} not stored", request.getFrom(), failure);
        StanzaError error = RefusedAnswer.toError(
                        Refusal.Reason.RESOURCE_CONSTRAINT,
                        "Central cannot store events now; send them again later.",
                        Locale.ENGLISH)
                .build();
        entity.send(NodeIq.error(request, error));
    }

    private void refuseStranger(IQ request) {
        if (request.getFrom() != null && request.getFrom().getLocalpartOrNull() != null) {
            doorman.stranger(
                    request.getFrom(),
                    MachineName.fromLocalpart(
                            request.getFrom().getLocalpartOrNull().toString()));
        }
        // Who has a role as a person, or is our own account, has none as a machine.
        if (entity.admits(request)) {
            entity.refuse(request, CommandRunner.stranger(Entity.language(request)));
        }
    }

    /** Whether the machine's latest word is that it goes. */
    static boolean farewell(List<Event> events) {
        if (events.isEmpty()) {
            return false;
        }
        String last = events.get(events.size() - 1).kind();
        return last.equals(Event.Kinds.STOP) || last.equals(Event.Kinds.SLEEP);
    }
}
