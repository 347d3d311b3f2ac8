package org.rollcall.central.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.XmlElement;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.central.board.Board;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.stanza.Leaving;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.RefusedAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the machines: presence goes to the board and to the store, events to the store, signs of life to the
 * {@link Pulses}. Makes central's own presence known, which is what machines wait for before they send anything.
 */
public final class Inbox implements LinkListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Predicate<Stanza> sender;
    private final Entity entity;
    private final Board board;
    private final EventStore events;
    private final InstantSource clock;
    private final Supplier<List<XmlElement>> capabilities;
    private final Doorman doorman;
    private final Pulses pulses;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rollcall-pulse");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Registers itself; make it before the link starts, after {@code Subscriptions}, which must ask for the roster
     * before the first presence.
     *
     * @param capabilities what central's presence carries besides (XEP-0115)
     */
    public Inbox(
            Link link,
            Entity entity,
            Board board,
            Machines machines,
            EventStore events,
            Supplier<List<XmlElement>> capabilities,
            InstantSource clock) {
        this(link::trySend, entity, board, machines, events, capabilities, clock, System::nanoTime, new Random());
        link.addListener(this);
        link.connection().addSyncStanzaListener(this::received, stanza -> true);
        ticks.scheduleWithFixedDelay(this::tick, Pulses.TICK.toMillis(), Pulses.TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param nanoTime never goes back, as {@link System#nanoTime} */
    Inbox(
            Predicate<Stanza> sender,
            Entity entity,
            Board board,
            Machines machines,
            EventStore events,
            Supplier<List<XmlElement>> capabilities,
            InstantSource clock,
            LongSupplier nanoTime,
            Random random) {
        this.sender = sender;
        this.entity = entity;
        this.board = board;
        this.events = events;
        this.capabilities = capabilities;
        this.clock = clock;
        doorman = new Doorman(machines, clock);
        pulses = new Pulses(board, new PingWire(), clock, nanoTime, random);
        new EventDoor(entity, doorman, events, clock, (machine, sent) -> {
            pulses.serverHeard();
            pulses.events(machine, EventDoor.farewell(sent.events()));
        });
    }

    @Override
    public void up(XMPPConnection connection) {
        pulses.linkUp();
        sender.test(StanzaBuilder.buildPresence()
                .ofType(Presence.Type.available)
                .setPriority(0)
                .addExtensions(capabilities.get())
                .build());
    }

    @Override
    public void down(LinkFailure failure) {
        pulses.linkDown();
    }

    /** Each stanza but requests, which come to the entity. */
    void received(Stanza stanza) {
        pulses.serverHeard();
        BareJid machine = doorman.machine(stanza.getFrom());
        if (stanza instanceof Presence presence) {
            presence(machine, presence);
        } else if (machine != null && stanza.getError() == null) {
            pulses.heard(machine);
        } else if (machine != null) {
            error(machine, stanza.getError());
        }
    }

    void tick() {
        try {
            pulses.tick();
        } catch (RuntimeException e) {
            // An executor would end the ticking for good.
            LOG.error("Looking for lost machines failed", e);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        board.keep();
    }

    private void presence(BareJid machine, Presence presence) {
        boolean available = presence.isAvailable();
        if (available) {
            available(machine, presence);
        } else if (machine != null && presence.getType() == Presence.Type.unavailable) {
            pulses.unavailable(machine, Leaving.in(presence));
        }
    }

    private void available(BareJid machine, Presence presence) {
        try {
            Optional<MachineState> state = Machine.in(presence);
            if (machine == null) {
                if (!entity.isSelf(presence.getFrom())) {
                    state.ifPresent(said -> doorman.stranger(presence.getFrom(), said.name()));
                }
                return;
            }
            pulses.present(machine, state.orElse(null));
            state.ifPresent(said -> events.reconcile(machine, said, clock.instant()));
        } catch (MalformedException e) {
            LOG.warn("A presence of {} is malformed and was dropped: {}", presence.getFrom(), e.getMessage());
        }
    }

    /** A server answers in the name of a machine that is not there; a machine never says so itself. */
    private void error(BareJid machine, StanzaError error) {
        switch (error.getCondition()) {
            case service_unavailable,
                    recipient_unavailable,
                    item_not_found,
                    remote_server_not_found,
                    remote_server_timeout,
                    gone -> {
                if (RefusedAnswer.from(error) == null) {
                    pulses.bounced(machine);
                } else {
                    pulses.heard(machine);
                }
            }
            default -> pulses.heard(machine);
        }
    }

    private final class PingWire implements Pulses.Wire {
        @Override
        public boolean ping(BareJid machine) {
            return send(new Ping(JidCreate.fullFrom(machine.asEntityBareJidOrThrow(), Doorman.AGENT)));
        }

        @Override
        public boolean pingServer() {
            return entity.self()
                    .map(self -> send(new Ping(self.asDomainBareJid())))
                    .orElse(false);
        }

        private boolean send(IQ ping) {
            return sender.test(ping);
        }
    }
}
