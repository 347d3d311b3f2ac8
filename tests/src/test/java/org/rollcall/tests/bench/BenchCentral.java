package org.rollcall.tests.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.BareJid;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.roster.Pace;
import org.rollcall.xmpp.roster.Partners;
import org.rollcall.xmpp.roster.Retries;
import org.rollcall.xmpp.roster.Subscriptions;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.stanza.Stored;

/** Stands in for central: approves every machine, notes when it is present, and says of each event that it is stored. */
final class BenchCentral implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Link link;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Map<BareJid, Long> present = new ConcurrentHashMap<>();
    private volatile Consumer<Duration> arrival = delay -> {};

    BenchCentral(XmppServer server) {
        RollcallProviders.register();
        link = new SmackLink(new XmppSettings(
                        server.domain(),
                        "127.0.0.1",
                        server.port(),
                        XmppServer.CENTRAL,
                        () -> "pw".toCharArray(),
                        "central",
                        server.ca().caFile(),
                        null,
                        null,
                        null,
                        false)
                .toLink(0));
        link.setRequestGate(this::request);
        link.connection().addSyncStanzaListener(this::presence, StanzaTypeFilter.PRESENCE);
        new Subscriptions(
                link,
                everybody(),
                (wait, task) -> later.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS),
                new Pace(1_000_000, Duration.ofSeconds(1)),
                Retries.DEFAULT,
                System::nanoTime,
                new Random());
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                later.execute(() -> available(connection));
            }
        });
        link.start();
        await("central's sign-in", link::isUp);
    }

    /** The first presence goes out after the roster has been asked for, in whichever order listeners were called. */
    private void available(XMPPConnection connection) {
        await("the link to open", link::isUp);
        link.trySend(connection.getStanzaFactory().buildPresenceStanza().build());
    }

    private static Partners everybody() {
        return new Partners() {
            @Override
            public boolean mayHearUs(BareJid jid) {
                return true;
            }

            @Override
            public boolean weWantToHear(BareJid jid) {
                return true;
            }

            @Override
            public Collection<BareJid> sought() {
                return List.of();
            }
        };
    }

    XMPPConnection connection() {
        return link.connection();
    }

    /** Nano-time of each machine's first presence since {@link #forget}. */
    Map<BareJid, Long> present() {
        return present;
    }

    void forget() {
        present.clear();
    }

    /** @param told the time from the event to its arrival here, for each */
    void onEvent(Consumer<Duration> told) {
        arrival = told;
    }

    private void presence(Stanza stanza) {
        Presence presence = (Presence) stanza;
        BareJid machine = presence.getFrom() == null ? null : presence.getFrom().asBareJid();
        if (machine == null
                || link.jid().map(self -> machine.equals(self.asBareJid())).orElse(true)) {
            return;
        }
        if (presence.getType() == Presence.Type.available) {
            present.putIfAbsent(machine, System.nanoTime());
        } else if (presence.getType() == Presence.Type.unavailable) {
            present.remove(machine);
        }
    }

    private boolean request(IQ request) {
        if (!(request instanceof NodeIq iq) || !iq.node().getElementName().equals(Events.ELEMENT)) {
            return false;
        }
        try {
            Events events = Events.from(iq.node());
            Instant now = Instant.now();
            for (Event event : events.events()) {
                if (event.kind().equals(Event.Kinds.LOGON)) {
                    arrival.accept(Duration.between(event.at(), now));
                }
            }
            link.trySend(NodeIq.result(request, new Stored(events.lastSeq(), List.of()).toXml()));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    /** @throws IllegalStateException when it does not come true within ten minutes */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited ten minutes for " + what);
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        link.close();
        later.shutdownNow();
    }
}
