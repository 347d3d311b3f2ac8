package org.rollcall.loopback;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.loopback.xml.Element;

/**
 * Messages for an account that nobody is signed in to. Like ejabberd's, it is small and then refuses; like Prosody's, it
 * keeps what a {@code no-store} hint asks it not to.
 */
final class OfflineStore {
    private final String domain;
    private final int capacity;
    private final Clock clock;
    private List<Element> messages = new ArrayList<>();

    OfflineStore(String domain, int capacity, Clock clock) {
        this.domain = domain;
        this.capacity = capacity;
        this.clock = clock;
    }

    void store(Element message) throws StanzaError {
        if (messages.size() >= capacity) {
            throw new StanzaError("resource-constraint", "the recipient's offline message queue is full");
        }
        messages.add(message.withAttributesOfItsOwn().add(delay(domain, clock)));
    }

    /** Hands everything over, oldest first, and forgets it. */
    List<Element> take() {
        List<Element> taken = messages;
        messages = new ArrayList<>();
        return taken;
    }

    int size() {
        return messages.size();
    }

    /** XEP-0203. */
    static Element delay(String domain, Clock clock) {
        return new Element("delay", "urn:xmpp:delay")
                .set("from", domain)
                .set("stamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
