package org.rollcall.loopback;

import org.rollcall.loopback.xml.Element;

/**
 * Who may see whose presence: the states of RFC 6121, section 3 and appendix A, for two accounts of one server. Where the
 * RFC leaves a choice it is Prosody's: a request that is pending is not delivered again before the next sign-in, and its
 * receipt is told by an {@code unavailable}.
 */
final class SubscriptionHandler {
    private final Directory directory;
    private final RosterService rosters;
    private final PresenceSender presences;

    SubscriptionHandler(Directory directory, RosterService rosters, PresenceSender presences) {
        this.directory = directory;
        this.rosters = rosters;
        this.presences = presences;
    }

    /** A client of {@code owner} sends one of the four types. */
    void outbound(Account owner, String type, Jid contact, Element stanza) throws StanzaError {
        if (contact.equals(owner.jid())) {
            return;
        }
        Element routed = stanza.withAttributesOfItsOwn()
                .set("from", owner.jid().toString())
                .set("to", contact.toString());
        switch (type) {
            case "subscribe" -> {
                RosterItem item = owner.roster().getOrAdd(contact);
                if (!item.to() && !item.asked()) {
                    item.ask();
                    rosters.push(owner, item.toXml());
                }
                inbound(owner.jid(), contact, "subscribe", routed);
            }
            case "subscribed" -> {
                if (owner.roster().removePending(contact)) {
                    RosterItem item = owner.roster().getOrAdd(contact);
                    item.setFrom(true);
                    rosters.push(owner, item.toXml());
                    inbound(owner.jid(), contact, "subscribed", routed);
                    presences.stateOf(owner, contact);
                }
            }
            case "unsubscribe" -> {
                RosterItem item = owner.roster().get(contact);
                if (item != null && (item.to() || item.asked())) {
                    item.setTo(false);
                    rosters.push(owner, item.toXml());
                }
                inbound(owner.jid(), contact, "unsubscribe", routed);
            }
            default -> revoke(owner, contact, routed);
        }
    }

    private void revoke(Account owner, Jid contact, Element unsubscribed) throws StanzaError {
        boolean waited = owner.roster().removePending(contact);
        RosterItem item = owner.roster().get(contact);
        boolean was = item != null && item.from();
        if (was) {
            presences.endOf(owner, contact);
            item.setFrom(false);
            rosters.push(owner, item.toXml());
        }
        if (waited || was) {
            inbound(owner.jid(), contact, "unsubscribed", unsubscribed);
        }
    }

    /** Both directions end, as when a contact is removed from the roster. */
    void endBoth(Account owner, Jid contact) throws StanzaError {
        outbound(owner, "unsubscribe", contact, presence("unsubscribe"));
        outbound(owner, "unsubscribed", contact, presence("unsubscribed"));
    }

    private void inbound(Jid sender, Jid contact, String type, Element stanza) throws StanzaError {
        Account account = directory.of(contact);
        if (account == null) {
            if (type.equals("subscribe")) {
                answer(contact, sender, "unsubscribed");
            }
            return;
        }
        switch (type) {
            case "subscribe" -> requested(sender, account, stanza);
            case "unsubscribe" -> {
                RosterItem item = account.roster().get(sender);
                boolean waited = account.roster().removePending(sender);
                if (item != null && item.from()) {
                    presences.endOf(account, sender);
                    item.setFrom(false);
                    rosters.push(account, item.toXml());
                    presences.toAvailable(account, stanza);
                } else if (waited) {
                    presences.toAvailable(account, stanza);
                }
            }
            default -> decided(sender, account, type, stanza);
        }
    }

    private void requested(Jid sender, Account account, Element stanza) throws StanzaError {
        if (account.roster().isReceivedBy(sender)) {
            answer(account.jid(), sender, "subscribed");
            presences.stateOf(account, sender);
            return;
        }
        answer(account.jid(), sender, "unavailable");
        if (account.roster().addPending(sender, stanza)) {
            presences.toAvailable(account, stanza);
        }
    }

    /** The contact said yes or no; what nobody asked for changes nothing. */
    private void decided(Jid contact, Account account, String type, Element stanza) {
        RosterItem item = account.roster().get(contact);
        boolean yes = type.equals("subscribed");
        if (item != null && (item.asked() || (!yes && item.to()))) {
            item.setTo(yes);
            rosters.push(account, item.toXml());
            presences.toAvailable(account, stanza);
        }
    }

    /** The server speaks for an account. */
    private void answer(Jid from, Jid to, String type) throws StanzaError {
        Element stanza = presence(type).set("from", from.toString()).set("to", to.toString());
        if (type.equals("unavailable")) {
            presences.toAvailable(directory.of(to), stanza);
        } else {
            inbound(from, to, type, stanza);
        }
    }

    private static Element presence(String type) {
        return Element.stanza("presence").set("type", type);
    }
}
