package org.rollcall.xmpp.entity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.xml.namespace.QName;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.command.Audit;
import org.rollcall.xmpp.command.AuditLog;
import org.rollcall.xmpp.command.CommandRunner;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Roles;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.RefusedAnswer;
import org.rollcall.xmpp.stanza.RollcallProviders;
import org.rollcall.xmpp.stanza.StanzaLanguage;
import org.rollcall.xmpp.text.Languages;

/**
 * This program as others meet it on XMPP: every request goes to the handler registered for it, and whatever has none
 * is refused here, so that a stranger gets {@code forbidden} and nothing else, and nobody
 * {@code service-unavailable}, which would mean that the machine is off.
 *
 * <p>Handlers run on the connection's threads and must not block. Register all of them before the link starts.
 */
public final class Entity {
    private record Key(IQ.Type type, QName name) {}

    private final Predicate<Stanza> sender;
    private final Supplier<? extends Roles> access;
    private final Audit audit;
    private final Supplier<Optional<EntityFullJid>> self;
    private final Map<Key, Consumer<IQ>> requests = new ConcurrentHashMap<>();
    private final List<Consumer<Message>> messages = new CopyOnWriteArrayList<>();

    /** @param sender false when there is no link or no room: what was to be sent is dropped, the asker asks again */
    public Entity(
            Predicate<Stanza> sender,
            Supplier<Optional<EntityFullJid>> self,
            Supplier<? extends Roles> access,
            Audit audit) {
        this.sender = sender;
        this.self = self;
        this.access = access;
        this.audit = audit;
    }

    /** Takes over the link's requests and messages. */
    public static Entity on(Link link, Supplier<? extends Roles> access) {
        RollcallProviders.register();
        Entity entity = new Entity(link::trySend, link::jid, access, new AuditLog());
        link.setRequestGate(entity::request);
        link.connection().addSyncStanzaListener(stanza -> entity.message((Message) stanza), StanzaTypeFilter.MESSAGE);
        return entity;
    }

    public void answer(IQ.Type type, String element, String namespace, Consumer<IQ> handler) {
        requests.put(new Key(type, new QName(namespace, element)), handler);
    }

    public void onMessage(Consumer<Message> handler) {
        messages.add(handler);
    }

    public void send(Stanza stanza) {
        sender.test(stanza);
    }

    /** Our full JID, while signed in. */
    public Optional<EntityFullJid> self() {
        return self.get();
    }

    public Roles access() {
        return access.get();
    }

    /** Whether it comes from our own server or account, which a stranger cannot forge. */
    public boolean isOwn(Jid from) {
        return from == null
                || self.get()
                        .map(jid -> from.equals(jid.asBareJid()) || from.equals(jid.asDomainBareJid()))
                        .orElse(false);
    }

    /** Whether it is from ourselves: an echo of what we sent, or another client on our account. */
    public boolean isSelf(Jid from) {
        return self.get().map(jid -> jid.asBareJid().equals(from.asBareJid())).orElse(false);
    }

    /** True: taken care of. What the server itself sends and nobody here handles is left to Smack (roster pushes). */
    public boolean request(IQ request) {
        Consumer<IQ> handler = requests.get(new Key(request.getType(), request.getChildElementQName()));
        if (handler != null) {
            handler.accept(request);
            return true;
        }
        if (isOwn(request.getFrom())) {
            return false;
        }
        if (admits(request)) {
            send(NodeIq.error(
                    request,
                    StanzaError.getBuilder(StanzaError.Condition.feature_not_implemented)
                            .build()));
        }
        return true;
    }

    /** False after it has been refused: a stranger gets nothing but that. */
    public boolean admits(IQ request) {
        if (isOwn(request.getFrom()) || access().roleOf(request.getFrom()).isPresent()) {
            return true;
        }
        Refusal refusal = CommandRunner.stranger(language(request));
        audit.record(new Audit.Entry(
                request.getFrom(),
                null,
                Optional.empty(),
                request.getChildElementName() + " " + request.getChildElementNamespace(),
                Map.of(),
                refusal.reason().condition(),
                Duration.ZERO,
                "iq"));
        refuse(request, refusal);
        return false;
    }

    public void refuse(IQ request, Refusal refusal) {
        send(NodeIq.error(
                request, RefusedAnswer.toError(refusal, language(request)).build()));
    }

    /** The asker's, for texts that people read. */
    public static Locale language(IQ request) {
        return Languages.of(StanzaLanguage.of(request));
    }

    public void message(Message message) {
        messages.forEach(handler -> handler.accept(message));
    }
}
