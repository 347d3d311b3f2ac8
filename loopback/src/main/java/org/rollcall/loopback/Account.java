package org.rollcall.loopback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.loopback.sasl.Credentials;

/** One account and what belongs to it. All but the credentials is guarded by the {@link Domain}'s lock. */
final class Account {
    private final Jid jid;
    private final Roster roster = new Roster();
    private final OfflineStore offline;
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private volatile Credentials credentials;

    Account(Jid jid, String password, OfflineStore offline) {
        this.jid = jid;
        this.credentials = new Credentials(password);
        this.offline = offline;
    }

    /** Bare. */
    Jid jid() {
        return jid;
    }

    Credentials credentials() {
        return credentials;
    }

    void setPassword(String password) {
        credentials = new Credentials(password);
    }

    Roster roster() {
        return roster;
    }

    OfflineStore offline() {
        return offline;
    }

    /** Signed in, by resource; with or without presence. */
    Map<String, Client> clients() {
        return clients;
    }

    List<Client> available() {
        List<Client> available = new ArrayList<>(clients.size());
        for (Client client : clients.values()) {
            if (client.presence() != null) {
                available.add(client);
            }
        }
        return available;
    }
}
