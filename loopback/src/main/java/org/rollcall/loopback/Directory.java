package org.rollcall.loopback;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The domain's accounts, by localpart. Looking one up needs no lock. */
final class Directory {
    private final String domain;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    Directory(String domain) {
        this.domain = domain;
    }

    boolean add(Account account) {
        return accounts.putIfAbsent(account.jid().local(), account) == null;
    }

    Account remove(String user) {
        return accounts.remove(user);
    }

    /** By a localpart in any case; null where there is none. */
    Account byName(String user) {
        String local = Jid.localpart(user);
        return local == null ? null : accounts.get(local);
    }

    /** The account of a bare or full address; null where there is none. */
    Account of(Jid jid) {
        return jid.local() == null || !isOurs(jid) ? null : accounts.get(jid.local());
    }

    /** Exactly this resource, signed in; null where there is none. */
    Client client(Jid full) {
        Account account = of(full);
        return account == null || full.isBare() ? null : account.clients().get(full.resource());
    }

    boolean isOurs(Jid jid) {
        return jid.domain().equals(domain);
    }

    Collection<Account> all() {
        return accounts.values();
    }
}
