package org.rollcall.loopback;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.loopback.xml.Element;

/** An account's contacts, and those who wait for its approval. */
final class Roster {
    static final int MOST_ITEMS = 10_000;
    private static final int MOST_PENDING = 10_000;

    private final Map<Jid, RosterItem> items = new LinkedHashMap<>();
    private final Map<Jid, Element> pending = new LinkedHashMap<>();

    Collection<RosterItem> items() {
        return items.values();
    }

    /** Null where there is none. */
    RosterItem get(Jid contact) {
        return items.get(contact);
    }

    RosterItem getOrAdd(Jid contact) throws StanzaError {
        RosterItem item = items.get(contact);
        if (item == null) {
            if (items.size() >= MOST_ITEMS) {
                throw new StanzaError("resource-constraint", "a roster holds " + MOST_ITEMS + " contacts at most");
            }
            item = new RosterItem(contact);
            items.put(contact, item);
        }
        return item;
    }

    RosterItem remove(Jid contact) {
        return items.remove(contact);
    }

    boolean isReceivedBy(Jid contact) {
        RosterItem item = items.get(contact);
        return item != null && item.from();
    }

    /** Requests for this account's presence that it has not answered, delivered anew at each sign-in. */
    Collection<Element> pendingRequests() {
        return pending.values();
    }

    /** @return whether it is new */
    boolean addPending(Jid from, Element request) {
        return pending.size() < MOST_PENDING && pending.putIfAbsent(from, request) == null;
    }

    boolean removePending(Jid from) {
        return pending.remove(from) != null;
    }
}
