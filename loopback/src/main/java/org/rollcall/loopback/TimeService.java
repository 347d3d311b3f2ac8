package org.rollcall.loopback;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.rollcall.loopback.xml.Element;

/** XEP-0202: what time it is at the server. */
final class TimeService implements IqService {
    static final String TIME = "urn:xmpp:time";

    private final InstantSource clock;

    TimeService(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean serves(Element payload) {
        return payload.is("time", TIME);
    }

    @Override
    public Element answer(Client from, Element iq, Element payload) {
        return new Element("time", TIME)
                .add("tzo", "+00:00")
                .add("utc", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
