package org.rollcall.loopback;

import java.util.LinkedHashSet;
import java.util.Set;
import org.rollcall.loopback.xml.Element;

/** One signed-in resource of an account. Guarded by the {@link Domain}'s lock. */
final class Client {
    private final Account account;
    private final Jid jid;
    private final Connection connection;
    private final Set<Jid> directed = new LinkedHashSet<>();
    private Element presence;
    private int priority;
    private boolean wantsRosterPushes;

    Client(Account account, String resource, Connection connection) {
        this.account = account;
        this.jid = new Jid(account.jid().local(), account.jid().domain(), resource);
        this.connection = connection;
    }

    Account account() {
        return account;
    }

    /** Full. */
    Jid jid() {
        return jid;
    }

    Connection connection() {
        return connection;
    }

    /** Whom it sent presence although they are not subscribed; they hear of its end. */
    Set<Jid> directed() {
        return directed;
    }

    /** The last available presence; null while it is unavailable. */
    Element presence() {
        return presence;
    }

    int priority() {
        return priority;
    }

    void available(Element newPresence, int newPriority) {
        presence = newPresence;
        priority = newPriority;
    }

    void unavailable() {
        presence = null;
    }

    boolean wantsRosterPushes() {
        return wantsRosterPushes;
    }

    void wantRosterPushes() {
        wantsRosterPushes = true;
    }

    void send(Element stanza) {
        connection.send(stanza.toString());
    }

    /** Sends a copy that is addressed to this client. */
    void sendAddressed(Element stanza) {
        send(stanza.withAttributesOfItsOwn().set("to", jid.toString()));
    }
}
