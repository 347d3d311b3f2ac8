package org.rollcall.agent.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jivesoftware.smack.StanzaListener;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.xmpp.link.LinkListener;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.roster.Pace;
import org.rollcall.xmpp.roster.Partners;
import org.rollcall.xmpp.roster.Retries;
import org.rollcall.xmpp.roster.Subscriptions;
import org.rollcall.xmpp.settings.XmppSettings;
import org.rollcall.xmpp.stanza.Enrol;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NewPassword;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.stanza.Stored;

/** Central, as far as a PC that enrols and its events can tell. */
final class EnrolmentStandIn implements AutoCloseable {
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Enrol> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, CompletableFuture<IQ>> waiting = new ConcurrentHashMap<>();
    private final Function<IQ, Function<Enrol, IQ>> desk;
    private final SmackLink link;

    /** @param desk answers an {@code <enrol/>}; null: not at all */
    EnrolmentStandIn(XmppSettings settings, Function<IQ, Function<Enrol, IQ>> desk) {
        RollcallProviders.register();
        this.desk = desk;
        link = new SmackLink(settings.toLink(0));
        BareJid machine = JidCreate.entityBareFromOrThrowUnchecked("a201b7@" + settings.domain());
        new Subscriptions(
                link,
                Partners.of(jid -> true, Set.of(machine)),
                (wait, task) -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(task),
                new Pace(1000, Duration.ofSeconds(1)),
                new Retries(Duration.ofMillis(500), Duration.ofSeconds(1)),
                System::nanoTime,
                new Random(1));
        StanzaListener presence = stanza -> {
            if (stanza instanceof Presence one && one.isAvailable()) {
                heard.add("presence " + one.getFrom());
            }
        };
        link.connection().addStanzaListener(presence, StanzaTypeFilter.PRESENCE);
        link.connection()
                .addStanzaListener(
                        stanza -> {
                            CompletableFuture<IQ> answer = waiting.remove(String.valueOf(stanza.getStanzaId()));
                            if (answer != null) {
                                answer.complete((IQ) stanza);
                            }
                        },
                        StanzaTypeFilter.IQ);
        link.setRequestGate(this::request);
        link.addListener(new LinkListener() {
            @Override
            public void up(XMPPConnection connection) {
                link.trySend(StanzaBuilder.buildPresence().build());
            }
        });
        link.start();
    }

    boolean isUp() {
        return link.isUp();
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    void forget() {
        heard.clear();
    }

    List<Enrol> asked() {
        return List.copyOf(asked);
    }

    CompletableFuture<IQ> newPassword(Jid machine) {
        NodeIq question = NodeIq.set(machine, NewPassword.request());
        CompletableFuture<IQ> answer = new CompletableFuture<>();
        waiting.put(question.getStanzaId(), answer);
        link.trySend(question);
        return answer;
    }

    private boolean request(IQ request) {
        if (!(request instanceof NodeIq iq)) {
            return false;
        }
        try {
            switch (iq.node().getElementName()) {
                case Events.ELEMENT -> {
                    Events events = Events.from(iq.node());
                    events.events().forEach(event -> heard.add("event " + event.kind()));
                    link.trySend(NodeIq.result(iq, new Stored(events.lastSeq(), List.of()).toXml()));
                }
                case Enrol.ELEMENT -> {
                    Enrol enrol = Enrol.from(iq.node());
                    IQ answer = desk.apply(iq).apply(enrol);
                    asked.add(enrol);
                    if (answer != null) {
                        link.trySend(answer);
                    }
                }
                default -> {
                    return false;
                }
            }
            return true;
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        link.close();
    }
}
