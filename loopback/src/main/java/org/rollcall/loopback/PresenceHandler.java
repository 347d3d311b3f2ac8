package org.rollcall.loopback;

import java.time.Clock;
import java.util.List;
import org.rollcall.loopback.xml.Element;

/** Presence from a client: broadcast, directed, probes, and what its absence means (RFC 6121, section 4). */
final class PresenceHandler {
    private static final int MOST_DIRECTED = 5_000;

    private final String domain;
    private final Directory directory;
    private final SubscriptionHandler subscriptions;
    private final PresenceSender sender;
    private final Clock clock;

    PresenceHandler(
            String domain, Directory directory, SubscriptionHandler subscriptions, PresenceSender sender, Clock clock) {
        this.domain = domain;
        this.directory = directory;
        this.subscriptions = subscriptions;
        this.sender = sender;
        this.clock = clock;
    }

    /** @param to null when the client addressed nobody */
    void handle(Client from, Jid to, Element stanza) throws StanzaError {
        String type = stanza.get("type");
        if (to != null && !directory.isOurs(to)) {
            throw StanzaError.noSuchServer(to);
        }
        switch (type == null ? "available" : type) {
            case "available", "unavailable" -> {
                if (to != null) {
                    directed(from, to, stanza);
                } else if (type == null) {
                    broadcast(from, stanza);
                } else {
                    leave(from, stanza);
                }
            }
            case "subscribe", "subscribed", "unsubscribe", "unsubscribed" -> {
                if (to == null || to.local() == null) {
                    throw new StanzaError("bad-request", "a subscription needs an account to go to");
                }
                subscriptions.outbound(from.account(), type, to.bare(), stanza);
            }
            case "probe" -> probe(from, to);
            case "error" -> {
                if (to != null) {
                    deliver(to, stanza);
                }
            }
            default -> throw new StanzaError("bad-request", "no such type of presence");
        }
    }

    private void broadcast(Client from, Element stanza) throws StanzaError {
        int priority = priority(stanza);
        boolean first = from.presence() == null;
        boolean couldReceive = !first && from.priority() >= 0;
        // Later subscribers are told when this was said, as Prosody does.
        from.available(stanza.withAttributesOfItsOwn().add(OfflineStore.delay(domain, clock)), priority);
        toSubscribers(from, stanza);
        sender.toEach(from.account(), stanza);
        if (first) {
            welcome(from);
        }
        if (priority >= 0 && !couldReceive) {
            from.account().offline().take().forEach(from::send);
        }
    }

    /** What a client that has just come is told. */
    private void welcome(Client client) {
        Account account = client.account();
        sender.stateOf(account, client);
        for (RosterItem item : account.roster().items()) {
            Account contact = directory.of(item.jid());
            if (item.to() && contact != null && contact.roster().isReceivedBy(account.jid())) {
                sender.stateOf(contact, client);
            }
        }
        account.roster().pendingRequests().forEach(client::send);
    }

    /** A client's last word, by itself or by the server when the connection is gone. */
    void leave(Client client, Element unavailable) {
        if (client.presence() != null) {
            client.unavailable();
            toSubscribers(client, unavailable);
            sender.toEach(client.account(), unavailable);
        }
        for (Jid to : List.copyOf(client.directed())) {
            deliver(to, unavailable.withAttributesOfItsOwn().set("to", to.toString()));
        }
        client.directed().clear();
    }

    private void toSubscribers(Client from, Element stanza) {
        for (RosterItem item : from.account().roster().items()) {
            if (item.from()) {
                sender.toEach(directory.of(item.jid()), stanza);
            }
        }
    }

    private void directed(Client from, Jid to, Element stanza) throws StanzaError {
        if (stanza.get("type") != null) {
            from.directed().remove(to);
        } else if (!from.account().roster().isReceivedBy(to.bare())) {
            if (from.directed().size() >= MOST_DIRECTED) {
                throw new StanzaError("resource-constraint", "directed presence goes to " + MOST_DIRECTED + " at most");
            }
            from.directed().add(to);
        }
        deliver(to, stanza);
    }

    private void deliver(Jid to, Element stanza) {
        if (to.isBare()) {
            sender.toAvailable(directory.of(to), stanza);
        } else if (directory.client(to) != null) {
            directory.client(to).send(stanza);
        }
    }

    private void probe(Client from, Jid to) {
        Account account = to == null ? null : directory.of(to);
        if (account != null && account.roster().isReceivedBy(from.account().jid())) {
            sender.stateOf(account, from);
        } else if (to != null) {
            from.sendAddressed(Element.stanza("presence")
                    .set("type", "unsubscribed")
                    .set("from", to.bare().toString()));
        }
    }

    private static int priority(Element presence) throws StanzaError {
        Element priority = presence.child("priority", Element.CLIENT);
        if (priority == null) {
            return 0;
        }
        try {
            return Byte.parseByte(priority.text().trim());
        } catch (NumberFormatException e) {
            throw new StanzaError("bad-request", "a priority is a number from -128 to 127");
        }
    }
}
