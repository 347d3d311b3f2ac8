package org.rollcall.central.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.packet.XmlElement;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.Board;
import org.rollcall.central.store.EventStore;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.asking.Requests;
import org.rollcall.xmpp.entity.Entity;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
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
    private final Machines machines;
    private final Consumer<BareJid> seek;
    private final Supplier<List<XmlElement>> capabilities;
    private final Doorman doorman;
    private final Pulses pulses;
    private final Clocks clocks;
    private final Sheets sheets;
    private final Newcomers newcomers;
    private final Waiting waiting = new Waiting();
    /** Machines of whose malformed presence the log has told. */
    private final Set<BareJid> malformed = ConcurrentHashMap.newKeySet();

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
     * @param seek asks for the presence of a machine that a person has just approved
     */
    public Inbox(
            Link link,
            Entity entity,
            Board board,
            Machines machines,
            EventStore events,
            Supplier<List<XmlElement>> capabilities,
            Consumer<BareJid> seek,
            Suspicions suspicions,
            InstantSource clock) {
        this(
                link::trySend,
                entity,
                Requests.on(link.connection()),
                board,
                machines,
                events,
                capabilities,
                seek,
                suspicions,
                clock,
                System::nanoTime,
                new Random());
        link.addListener(this);
        link.connection().addSyncStanzaListener(this::received, stanza -> true);
        ticks.scheduleWithFixedDelay(this::tick, Pulses.TICK.toMillis(), Pulses.TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param nanoTime never goes back, as {@link System#nanoTime} */
    Inbox(
            Predicate<Stanza> sender,
            Entity entity,
            Requests questions,
            Board board,
            Machines machines,
            EventStore events,
            Supplier<List<XmlElement>> capabilities,
            Consumer<BareJid> seek,
            Suspicions suspicions,
            InstantSource clock,
            LongSupplier nanoTime,
            Random random) {
        this.sender = sender;
        this.entity = entity;
        this.board = board;
        this.machines = machines;
        this.seek = seek;
        this.capabilities = capabilities;
        doorman = new Doorman(machines, clock);
        pulses = new Pulses(
                board,
                new PingWire(sender, entity::self),
                (machine, state) -> events.reconcile(machine, state, clock.instant()),
                clock,
                nanoTime,
                random);
        clocks = new Clocks(board, questions, clock, nanoTime, random);
        sheets = new Sheets(machines, board, questions, suspicions, clock, nanoTime);
        newcomers = new Newcomers(machines, doorman, questions, nanoTime);
        new EventDoor(entity, doorman, events, clock, this::heard, clocks::measured);
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
        clocks.linkDown();
        sheets.linkDown();
        newcomers.linkDown();
        waiting.clear();
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
            clocks.tick();
            sheets.tick();
            newcomers.tick();
        } catch (RuntimeException e) {
            // An executor would end the ticking for good.
            LOG.error("A look at the machines failed", e);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        board.keep();
    }

    /** The table of machines has changed. Whoever is believed now is on the board, as he spoke while he waited. */
    public void decided() {
        board.decided();
        pulses.forgetAllBut(machines::isKnown);
        for (BareJid machine : doorman.believedSince()) {
            waiting.take(machine).ifPresent(state -> present(machine, state, false));
            seek.accept(machine);
        }
    }

    private void heard(BareJid machine, Events sent) {
        pulses.serverHeard();
        pulses.events(machine, EventDoor.farewell(sent.events()));
        if (sent.events().stream().anyMatch(event -> event.kind().equals(Event.Kinds.CLOCK))) {
            clocks.due(machine);
        }
    }

    private void presence(BareJid machine, Presence presence) {
        switch (presence.getType()) {
            case available -> available(machine, presence);
            case unavailable -> unavailable(machine, presence);
            case subscribe -> {
                if (machine == null && presence.getFrom() != null) {
                    newcomers.subscribes(presence.getFrom());
                }
            }
            default -> {
                // The roster's business.
            }
        }
    }

    private void unavailable(BareJid machine, Presence presence) {
        if (machine != null) {
            pulses.unavailable(machine, Leaving.in(presence));
            clocks.gone(machine);
            sheets.gone(machine);
        } else if (presence.getFrom() != null) {
            waiting.take(presence.getFrom().asBareJid());
        }
    }

    private void available(BareJid machine, Presence presence) {
        try {
            MachineState state = Machine.in(presence).map(Cleaned::of).orElse(null);
            if (machine != null) {
                malformed.remove(machine);
                present(machine, state, true);
            } else if (state != null && !entity.isSelf(presence.getFrom())) {
                doorman.stranger(presence.getFrom(), state.name());
                waiting.says(presence.getFrom().asBareJid(), state);
            }
        } catch (MalformedException e) {
            if (machine != null && malformed.add(machine)) {
                LOG.warn("A presence of {} is malformed and was dropped: {}", machine, e.getMessage());
            }
        }
    }

    private void present(BareJid machine, MachineState state, boolean live) {
        if (pulses.present(machine, state, live)) {
            clocks.signedIn(machine);
        }
        if (state != null) {
            sheets.present(machine, state.journal());
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
}
