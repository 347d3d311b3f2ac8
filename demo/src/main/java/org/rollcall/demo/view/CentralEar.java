package org.rollcall.demo.view;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.iqrequest.AbstractIqRequestHandler;
import org.jivesoftware.smack.iqrequest.IQRequestHandler;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jxmpp.jid.BareJid;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.LinkSettings;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.Machine;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.Namespace;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RefusedAnswer;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.stanza.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signed in as the central JID: takes events, each once, and presence. It keeps nothing: the demo has no history. */
public final class CentralEar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CentralEar.class);

    private final Link link;
    private final LiveView view;
    private final Map<String, Long> highest = new ConcurrentHashMap<>();

    public CentralEar(LinkSettings settings, LiveView view) {
        RollcallProviders.register();
        this.view = view;
        link = new SmackLink(settings);
        XMPPConnection connection = link.connection();
        connection.addSyncStanzaListener(stanza -> presence((Presence) stanza), StanzaTypeFilter.PRESENCE);
        connection.registerIQRequestHandler(
                new AbstractIqRequestHandler(
                        Events.ELEMENT, Namespace.ROLLCALL, IQ.Type.set, IQRequestHandler.Mode.sync) {
                    @Override
                    public IQ handleIQRequest(IQ request) {
                        return events((NodeIq) request);
                    }
                });
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection up) {
                link.trySend(PresenceBuilder.buildPresence()
                        .ofType(Presence.Type.available)
                        .setPriority(0)
                        .build());
            }
        });
    }

    public void start() {
        link.start();
    }

    private void presence(Presence presence) {
        BareJid from = presence.getFrom() == null ? null : presence.getFrom().asBareJid();
        if (from == null) {
            return;
        }
        if (presence.getType() == Presence.Type.unavailable) {
            view.gone(from);
            return;
        }
        try {
            Machine.in(presence).ifPresent(state -> view.state(from, state));
        } catch (MalformedException e) {
            LOG.warn("A presence of {} is malformed: {}", from, e.getMessage());
        }
    }

    private IQ events(NodeIq iq) {
        try {
            Events events = Events.from(iq.node());
            BareJid from = iq.getFrom().asBareJid();
            String journal = from + " " + events.journal();
            long before = highest.getOrDefault(journal, 0L);
            for (Event event : events.events()) {
                if (event.seq() > before) {
                    before = event.seq();
                    view.event(from, event);
                }
            }
            highest.put(journal, before);
            return NodeIq.result(iq, new Stored(events.lastSeq(), events.malformed()).toXml());
        } catch (MalformedException e) {
            return NodeIq.error(
                    iq,
                    RefusedAnswer.toError(Refusal.Reason.BAD_REQUEST, e.getMessage(), Locale.ENGLISH)
                            .build());
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
