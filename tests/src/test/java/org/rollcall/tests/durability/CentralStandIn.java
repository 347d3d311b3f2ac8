package org.rollcall.tests.durability;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;
import org.rollcall.tests.fixture.XmppServer;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.roster.Partners;
import org.rollcall.xmpp.roster.Subscriptions;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.stanza.Stored;

/**
 * A client on the central JID. As resource {@code central} it commits events and answers for them, at once or late; any
 * other resource only listens, and answers events with an error, as they are none of its business.
 */
final class CentralStandIn implements AutoCloseable {
    private final SmackLink link;
    private final EventStore store;
    private final boolean isCentral;
    private final int priority;
    private final Map<BareJid, Presence> presences = new ConcurrentHashMap<>();
    private final ScheduledExecutorService commits = Executors.newSingleThreadScheduledExecutor();
    private volatile Duration held = Duration.ZERO;
    private volatile int strayEvents;

    CentralStandIn(
            XmppServer server,
            int port,
            String password,
            String resource,
            int priority,
            EventStore store,
            Set<BareJid> machines) {
        RollcallProviders.register();
        this.store = store;
        this.priority = priority;
        isCentral = resource.equals("central");
        link = new SmackLink(new LinkSettings(
                server.domain(),
                "127.0.0.1",
                port,
                XmppServer.CENTRAL,
                password::toCharArray,
                resource,
                server.ca().caFile(),
                null,
                null,
                null,
                false,
                priority,
                LinkSettings.DEFAULT_CONNECT_TIMEOUT,
                LinkSettings.DEFAULT_REPLY_TIMEOUT,
                LinkSettings.DEFAULT_PING_EVERY,
                LinkSettings.DEFAULT_PING_TIMEOUT));
        if (isCentral) {
            new Subscriptions(
                    link,
                    Partners.of(jid -> true, machines),
                    (wait, task) -> commits.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS));
        }
        link.connection().addStanzaListener(stanza -> heard((Presence) stanza), StanzaTypeFilter.PRESENCE);
        link.setRequestGate(this::request);
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                link.trySend(StanzaBuilder.buildPresence().setPriority(priority).build());
            }
        });
        link.start();
    }

    /** From now on each commit, and so each answer, comes that much later. */
    void holdCommits(Duration late) {
        held = late;
    }

    boolean isUp() {
        return link.isUp();
    }

    int strayEvents() {
        return strayEvents;
    }

    /** Whether the machine's last word was that it is there; with what it said of itself. */
    Optional<MachineState> present(BareJid machine) {
        Presence presence = presences.get(machine);
        try {
            return presence == null || !presence.isAvailable() ? Optional.empty() : Machine.in(presence);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** As {@link PlayedMachine#told} tells it. */
    static String told(MachineState state) {
        return state.sessions().stream()
                .sorted(Comparator.comparingInt(SessionState::id))
                .map(session -> session.id() + " " + session.user() + " " + session.state()
                        + (Boolean.TRUE.equals(session.locked()) ? " locked" : ""))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        link.close();
        commits.shutdownNow();
    }

    /** What is said about subscriptions is not about being there. */
    private void heard(Presence presence) {
        boolean state = presence.isAvailable() || presence.getType() == Presence.Type.unavailable;
        if (state && presence.getFrom() != null) {
            presences.put(presence.getFrom().asBareJid(), presence);
        }
    }

    private boolean request(IQ request) {
        if (!(request instanceof NodeIq iq) || !iq.node().getElementName().equals(Events.ELEMENT)) {
            return false;
        }
        if (!isCentral) {
            strayEvents++;
            return false;
        }
        commits.schedule(() -> commit(iq), held.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    private void commit(NodeIq request) {
        try {
            Events events = Events.from(request.node());
            store.commit(request.getFrom().asBareJid().toString(), events);
            link.trySend(NodeIq.result(request, new Stored(events.lastSeq(), List.of()).toXml()));
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
