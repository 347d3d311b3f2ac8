package org.rollcall.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rollcall.loopback.xml.Element;

/** Reading and writing one's own roster (RFC 6121, section 2), and telling all resources of each change. */
final class RosterService implements IqService {
    private SubscriptionHandler subscriptions;

    /** The two need each other: removing a contact ends subscriptions, and subscriptions push roster items. */
    void endSubscriptionsBy(SubscriptionHandler handler) {
        subscriptions = handler;
    }

    @Override
    public boolean serves(Element payload) {
        return payload.is("query", RosterItem.NAMESPACE);
    }

    @Override
    public Element answer(Client from, Element iq, Element payload) throws StanzaError {
        if ("get".equals(iq.get("type"))) {
            from.wantRosterPushes();
            Element query = new Element("query", RosterItem.NAMESPACE);
            from.account().roster().items().forEach(item -> query.add(item.toXml()));
            return query;
        }
        set(from.account(), payload);
        return null;
    }

    private void set(Account account, Element query) throws StanzaError {
        Element item = query.child("item", RosterItem.NAMESPACE);
        if (item == null || query.children().size() != 1 || item.get("jid") == null) {
            throw new StanzaError("bad-request", "a roster set has exactly one item, with a jid");
        }
        Jid contact;
        try {
            contact = Jid.parse(item.get("jid")).bare();
        } catch (Jid.Malformed e) {
            throw new StanzaError("jid-malformed", e.getMessage());
        }
        if ("remove".equals(item.get("subscription"))) {
            remove(account, contact);
        } else {
            List<String> groups = new ArrayList<>();
            item.children().stream()
                    .filter(child -> child.name().equals("group"))
                    .forEach(group -> groups.add(group.text()));
            RosterItem kept = account.roster().getOrAdd(contact);
            kept.describe(item.get("name"), groups);
            push(account, kept.toXml());
        }
    }

    private void remove(Account account, Jid contact) throws StanzaError {
        if (account.roster().get(contact) == null) {
            throw new StanzaError("item-not-found", "no such contact");
        }
        subscriptions.endBoth(account, contact);
        account.roster().remove(contact);
        push(
                account,
                new Element("item", RosterItem.NAMESPACE)
                        .set("jid", contact.toString())
                        .set("subscription", "remove"));
    }

    void push(Account account, Element item) {
        for (Client client : account.clients().values()) {
            if (client.wantsRosterPushes()) {
                client.send(Element.stanza("iq")
                        .set("type", "set")
                        .set("id", "push-" + UUID.randomUUID())
                        .set("to", client.jid().toString())
                        .add(new Element("query", RosterItem.NAMESPACE).add(item)));
            }
        }
    }
}
