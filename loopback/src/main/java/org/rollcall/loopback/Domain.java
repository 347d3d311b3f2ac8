package org.rollcall.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rollcall.loopback.sasl.Credentials;
import org.rollcall.loopback.xml.Element;
import org.rollcall.loopback.xml.StreamException;

/**
 * The one domain: its accounts, who is signed in, and where each stanza goes. One lock for all of it: handling never
 * waits for a network, so the lock is held for microseconds, and the order of things is the same for everybody.
 */
final class Domain {
    private final Options options;
    private final Directory directory;
    private final RosterService rosters = new RosterService();
    private final MessageHandler messages;
    private final PresenceHandler presences;
    private final IqHandler iqs;
    private final SubscriptionHandler subscriptions;

    Domain(Options options) {
        this.options = options;
        directory = new Directory(options.domain());
        PresenceSender sender = new PresenceSender(directory);
        subscriptions = new SubscriptionHandler(directory, rosters, sender);
        rosters.endSubscriptionsBy(subscriptions);
        messages = new MessageHandler(directory);
        presences = new PresenceHandler(options.domain(), directory, subscriptions, sender, options.clock());
        iqs = new IqHandler(
                directory,
                List.of(
                        rosters,
                        new SmallServices(),
                        new TimeService(options.clock()),
                        new DiscoService(options.domain()),
                        new AdminCommands(options.domain(), options.admins(), new AdminCommands.Accounts() {
                            @Override
                            public boolean add(String user, String password) {
                                return addAccount(user, password);
                            }

                            @Override
                            public boolean setPassword(String user, String password) {
                                return Domain.this.setPassword(user, password);
                            }
                        })));
    }

    /** @return null for an unknown account */
    Credentials credentials(String user) {
        Account account = directory.byName(user);
        return account == null ? null : account.credentials();
    }

    /** @param reply what to tell the client before anything else, given its full JID */
    synchronized Client bind(String user, String resource, Connection connection, Function<Jid, Element> reply)
            throws StreamException {
        Account account = directory.byName(user);
        if (account == null) {
            throw new StreamException("not-authorized", "the account is gone");
        }
        Client old = account.clients().get(resource);
        if (old != null) {
            end(old, "conflict");
        }
        Client client = new Client(account, resource, connection);
        account.clients().put(resource, client);
        client.send(reply.apply(client.jid()));
        return client;
    }

    synchronized void handle(Client from, Element stanza) throws StreamException {
        if (!isCurrent(from)) {
            return;
        }
        if (!stanza.namespace().equals(Element.CLIENT)) {
            throw new StreamException("unsupported-stanza-type", "not a stanza: " + stanza.name());
        }
        // The sender is who signed in, whatever it says (RFC 6120, section 8.1.2.1).
        stanza.set("from", from.jid().toString());
        try {
            String to = stanza.get("to");
            Jid receiver = to == null ? null : Jid.parse(to);
            Jid self = from.account().jid();
            switch (stanza.name()) {
                case "message" -> messages.handle(receiver == null ? self : receiver, stanza);
                case "presence" -> presences.handle(from, receiver, stanza);
                case "iq" -> iqs.handle(from, receiver == null ? self : receiver, stanza);
                default -> throw new StreamException("unsupported-stanza-type", "not a stanza: " + stanza.name());
            }
        } catch (Jid.Malformed e) {
            reply(from, stanza, new StanzaError("jid-malformed", e.getMessage()));
        } catch (StanzaError e) {
            reply(from, stanza, e);
        }
    }

    private static void reply(Client client, Element stanza, StanzaError error) {
        Element reply = error.replyTo(stanza, client.jid());
        if (reply != null) {
            client.send(reply);
        }
    }

    /** A connection has ended; null for one that never signed in. */
    synchronized void gone(Client client) {
        if (client != null && isCurrent(client)) {
            client.account().clients().remove(client.jid().resource());
            presences.leave(client, PresenceSender.unavailable(client));
        }
    }

    private void end(Client client, String condition) {
        gone(client);
        client.connection().end(condition);
    }

    private static boolean isCurrent(Client client) {
        return client.account().clients().get(client.jid().resource()) == client;
    }

    synchronized boolean addAccount(String user, String password) {
        String local = Jid.localpart(user);
        if (local == null) {
            throw new IllegalArgumentException("not a localpart: " + user);
        }
        Jid jid = new Jid(local, options.domain(), null);
        OfflineStore offline = new OfflineStore(options.domain(), options.offlineMessages(), options.clock());
        Account account = new Account(jid, password, offline);
        if (!directory.add(account)) {
            return false;
        }
        share(account);
        return true;
    }

    /** As an XMPP server's shared roster group does: subscribed both ways, and nobody was asked. */
    private void share(Account account) {
        boolean hub = isHub(account);
        for (Account other : List.copyOf(directory.all())) {
            if (other != account && (hub || isHub(other))) {
                befriend(other, account);
                befriend(account, other);
            }
        }
    }

    private boolean isHub(Account account) {
        return options.sharedWith().contains(account.jid().local());
    }

    private void befriend(Account owner, Account contact) {
        try {
            RosterItem item = owner.roster().getOrAdd(contact.jid());
            item.setTo(true);
            item.setFrom(true);
            item.describe(null, List.of("Rollcall"));
            rosters.push(owner, item.toXml());
        } catch (StanzaError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    synchronized boolean setPassword(String user, String password) {
        Account account = directory.byName(user);
        if (account == null) {
            return false;
        }
        account.setPassword(password);
        return true;
    }

    synchronized boolean removeAccount(String user) {
        Account account = directory.byName(user);
        if (account == null) {
            return false;
        }
        List.copyOf(account.clients().values()).forEach(client -> end(client, "not-authorized"));
        try {
            for (RosterItem item : new ArrayList<>(account.roster().items())) {
                subscriptions.endBoth(account, item.jid());
            }
        } catch (StanzaError e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        directory.remove(account.jid().local());
        return true;
    }

    /** Null when nobody is signed in there. */
    synchronized Connection connectionOf(String fullJid) {
        try {
            Client client = directory.client(Jid.parse(fullJid));
            return client == null ? null : client.connection();
        } catch (Jid.Malformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The full JIDs that are signed in. */
    synchronized List<String> signedIn() {
        List<String> jids = new ArrayList<>();
        directory
                .all()
                .forEach(account -> account.clients()
                        .values()
                        .forEach(client -> jids.add(client.jid().toString())));
        return jids;
    }

    synchronized int offlineMessages(String user) {
        Account account = directory.byName(user);
        return account == null ? 0 : account.offline().size();
    }
}
