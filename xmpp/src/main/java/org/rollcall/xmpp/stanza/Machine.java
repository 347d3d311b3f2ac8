package org.rollcall.xmpp.stanza;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.XmlElement;

/** The {@code <machine/>} of a presence: {@link MachineState} to XML and back. */
public final class Machine {
    public static final String ELEMENT = "machine";

    private static final String SESSION = "session";

    private Machine() {}

    public static XmlNode toXml(MachineState state) {
        XmlNode node = XmlNode.rollcall(ELEMENT)
                .with("name", state.name())
                .with("boot", state.boot())
                .with("up", state.up())
                .with("ip", state.ip())
                .with("prefix", state.prefix())
                .with("mac", state.mac())
                .with("version", state.version())
                .with("journal", state.journal())
                .with("seq", state.seq())
                .with("more", state.more() == 0 ? null : state.more());
        for (SessionState session : state.sessions()) {
            node.child(SESSION)
                    .with("id", session.id())
                    .with("uid", session.uid())
                    .with("user", session.user())
                    .with("domain", session.domain())
                    .with("fullname", session.fullName())
                    .with("state", session.state())
                    .with("kind", session.kind())
                    .with("since", session.since())
                    .with("locked", session.locked())
                    .with("idle-since", session.idleSince())
                    .with("client", session.client());
        }
        return node;
    }

    /** What a presence says of its machine; empty when it does not come from an agent at all. */
    public static Optional<MachineState> in(Presence presence) throws MalformedException {
        XmlElement element = presence.getExtensionElement(ELEMENT, Namespace.ROLLCALL);
        return element instanceof XmlNode node ? Optional.of(from(node)) : Optional.empty();
    }

    public static MachineState from(XmlNode node) throws MalformedException {
        Attributes attributes = Elements.expect(node, ELEMENT);
        List<SessionState> sessions = new ArrayList<>();
        List<XmlNode> children = node.children(SESSION);
        for (XmlNode child : children) {
            if (sessions.size() < MachineState.MOST_SESSIONS) {
                sessions.add(session(new Attributes(child)));
            }
        }
        Instant boot = attributes.time("boot");
        Instant up = attributes.optionalTime("up");
        long more = attributes.optional("more") == null ? 0 : attributes.number("more");
        return new MachineState(
                attributes.required("name"),
                boot,
                up == null ? boot : up,
                attributes.optional("ip"),
                attributes.optional("prefix") == null ? null : (int) Math.min(128, attributes.number("prefix")),
                attributes.optional("mac"),
                attributes.required("version"),
                attributes.required("journal"),
                attributes.number("seq"),
                sessions,
                Math.toIntExact(Math.min(100_000, more + children.size() - sessions.size())));
    }

    private static SessionState session(Attributes attributes) throws MalformedException {
        long id = attributes.number("id");
        if (id > Integer.MAX_VALUE) {
            throw attributes.wrong("id", "is too large: " + id);
        }
        return new SessionState(
                (int) id,
                attributes.required("uid"),
                attributes.required("user"),
                attributes.optional("domain"),
                attributes.optional("fullname"),
                attributes.required("state"),
                attributes.required("kind"),
                attributes.time("since"),
                attributes.optionalFlag("locked"),
                attributes.optionalTime("idle-since"),
                attributes.optional("client"));
    }
}
