package org.rollcall.central.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.text.XmlText;

/** What a machine says, fit to be shown: it may be in anybody's hands. */
final class Cleaned {
    private Cleaned() {}

    static MachineState of(MachineState state) {
        return new MachineState(
                name(state.name()),
                state.boot(),
                state.up(),
                name(state.ip()),
                state.prefix(),
                name(state.mac()),
                name(state.version()),
                state.journal(),
                state.seq(),
                state.sessions().stream().map(Cleaned::of).toList(),
                state.more());
    }

    static Events of(Events events) {
        return new Events(
                events.journal(), events.events().stream().map(Cleaned::of).toList(), events.malformed());
    }

    private static Event of(Event event) {
        Map<String, String> attributes = new LinkedHashMap<>();
        event.attributes().forEach((name, value) -> attributes.put(name, XmlText.straight(value)));
        return new Event(event.seq(), event.kind(), event.at(), attributes);
    }

    private static SessionState of(SessionState session) {
        return new SessionState(
                session.id(),
                session.uid(),
                name(session.user()),
                name(session.domain()),
                name(session.fullName()),
                session.state(),
                session.kind(),
                session.since(),
                session.locked(),
                session.idleSince(),
                name(session.client()));
    }

    private static String name(String text) {
        return text == null ? null : XmlText.name(XmlText.straight(text));
    }
}
