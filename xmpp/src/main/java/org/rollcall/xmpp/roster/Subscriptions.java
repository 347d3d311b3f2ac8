package org.rollcall.xmpp.roster;

import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.roster.packet.RosterPacket;
import org.jivesoftware.smack.roster.packet.RosterPacket.ItemType;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps us and our partners in each other's roster, both ways (RFC 6121 section 3): approves those who may see our
 * presence, refuses others, and at each sign-in asks gently for what is missing. Where the server's shared groups give
 * the subscriptions it finds them in force and does nothing.
 */
public final class Subscriptions implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /** More than any park has; what a server sends beyond it is not kept. */
    private static final int LARGEST_ROSTER = 20_000;

    private final Link link;
    private final Healer healer;

    /** Registers itself with the link; make it before the link starts. */
    public Subscriptions(Link link, Partners partners, Later later) {
        this(link, partners, later, Pace.gentle(), Retries.DEFAULT, System::nanoTime, new Random());
    }

    /** @param nanoTime never goes back, as {@link System#nanoTime} */
    public Subscriptions(
            Link link,
            Partners partners,
            Later later,
            Pace pace,
            Retries retries,
            LongSupplier nanoTime,
            Random random) {
        this.link = link;
        healer = new Healer(partners, this::send, pace, retries, later, nanoTime, random);
        XMPPConnection connection = link.connection();
        connection.registerIQRequestHandler(new PushHandler());
        connection.addSyncStanzaListener(this::heard, StanzaTypeFilter.PRESENCE);
        link.addListener(this);
    }

    /** We see this JID's presence and it sees ours, as far as the server has told. */
    public boolean isSubscribedBoth(BareJid jid) {
        return healer.isBoth(jid);
    }

    /** Asks for the presence of one who has become a partner, unless we have it. */
    public void seek(BareJid jid) {
        healer.seek(jid);
    }

    /** How many strangers have been refused. */
    public int refused() {
        return healer.refusals();
    }

    /** Before the first presence, as only then the server tells of each change from now on (RFC 6121 section 2.1.6). */
    @Override
    public void up(XMPPConnection connection) {
        healer.signedOut();
        connection
                .sendIqRequestAsync(new RosterPacket())
                .onSuccess(this::loaded)
                .onError(e -> LOG.warn(
                        "The roster could not be read: {}. Subscriptions are repaired at the next sign-in",
                        e.getMessage()));
    }

    private void loaded(IQ result) {
        if (result instanceof RosterPacket roster) {
            healer.rosterLoaded(roster.getRosterItems().stream()
                    .limit(LARGEST_ROSTER)
                    .map(Subscriptions::entry)
                    .toList());
        } else {
            healer.rosterLoaded(List.of());
        }
    }

    private void heard(Stanza stanza) {
        Presence presence = (Presence) stanza;
        Jid from = presence.getFrom();
        if (from == null || from.asBareJid().equals(ourselves())) {
            return;
        }
        switch (presence.getType()) {
            case subscribe -> healer.askedBy(from.asBareJid());
            case unsubscribed, error -> healer.refusedBy(from.asBareJid());
            default -> {
                // What presence says of availability is not our concern; the roster's pushes tell the rest.
            }
        }
    }

    private boolean send(Presence.Type type, BareJid to) {
        return link.trySend(link.connection()
                .getStanzaFactory()
                .buildPresenceStanza()
                .ofType(type)
                .to(to)
                .build());
    }

    private BareJid ourselves() {
        return link.jid().map(Jid::asBareJid).orElse(null);
    }

    private static RosterEntry entry(RosterPacket.Item item) {
        ItemType type = item.getItemType();
        return new RosterEntry(
                item.getJid(),
                type == ItemType.to || type == ItemType.both,
                type == ItemType.from || type == ItemType.both);
    }

    private final class PushHandler extends AbstractIqRequestHandler {
        PushHandler() {
            super(RosterPacket.ELEMENT, RosterPacket.NAMESPACE, IQ.Type.set, IQRequestHandler.Mode.sync);
        }

        @Override
        public IQ handleIQRequest(IQ request) {
            Jid from = request.getFrom();
            // Anybody can send a push; the server's own has no sender or our bare JID (RFC 6121 section 2.1.6).
            if (from != null && !from.equals(ourselves())) {
                LOG.warn("A change of our roster that {} sent was ignored", from);
                return IQ.createErrorResponse(request, StanzaError.Condition.service_unavailable);
            }
            ((RosterPacket) request).getRosterItems().forEach(item -> healer.rosterChanged(entry(item)));
            return IQ.createResultIQ(request);
        }
    }
}
