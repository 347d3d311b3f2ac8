package org.rollcall.loopback;

import org.rollcall.loopback.xml.Element;

/** Carries presence from accounts to contacts. */
final class PresenceSender {
    private final Directory directory;

    PresenceSender(Directory directory) {
        this.directory = directory;
    }

    /** To each available resource of an account, as it is. */
    void toAvailable(Account account, Element stanza) {
        if (account != null) {
            account.available().forEach(client -> client.send(stanza));
        }
    }

    /** To each available resource of an account, addressed to it. */
    void toEach(Account account, Element stanza) {
        if (account != null) {
            account.available().forEach(client -> client.sendAddressed(stanza));
        }
    }

    /** What each available resource of an account last said, to a contact. */
    void stateOf(Account account, Jid contact) {
        account.available().forEach(client -> toEach(directory.of(contact), client.presence()));
    }

    /** What each available resource of an account last said, to one client. */
    void stateOf(Account account, Client receiver) {
        for (Client client : account.available()) {
            if (client != receiver) {
                receiver.sendAddressed(client.presence());
            }
        }
    }

    /** The contact sees this account leave. */
    void endOf(Account account, Jid contact) {
        for (Client client : account.available()) {
            toEach(directory.of(contact), unavailable(client));
        }
    }

    static Element unavailable(Client client) {
        return Element.stanza("presence")
                .set("type", "unavailable")
                .set("from", client.jid().toString());
    }
}
