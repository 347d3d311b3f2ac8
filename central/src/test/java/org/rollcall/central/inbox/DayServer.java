package org.rollcall.central.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jivesoftware.smack.packet.EmptyResultIQ;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.stanza.NodeIq;

/** An XMPP server that knows of streams that are broken at once, late or never. Each stanza takes a moment. */
final class DayServer {
    /** One client's; what is sent on a stream that has ended is lost. */
    static final class Stream {
        boolean open = true;
        /** Whether what is sent arrives; a stream may stand long after it does not. */
        boolean carries = true;
    }

    private record Standing(Stream stream, Presence presence) {}

    private final Agenda agenda;
    private final Random random;
    private final Map<BareJid, DayPc> pcs = new HashMap<>();
    private final Map<BareJid, Stream> streams = new HashMap<>();
    private final Map<BareJid, Standing> presences = new HashMap<>();
    private DayCentral central;
    private Stream centralStream;
    private boolean up = true;

    DayServer(Agenda agenda, Random random) {
        this.agenda = agenda;
        this.random = random;
    }

    boolean isUp() {
        return up;
    }

    void add(DayPc pc) {
        pcs.put(pc.jid, pc);
    }

    void stop() {
        up = false;
        for (BareJid jid : streams.keySet().toArray(BareJid[]::new)) {
            Stream stream = streams.remove(jid);
            stream.open = false;
            pcs.get(jid).streamEnded(stream);
        }
        presences.clear();
        Stream ended = centralStream;
        if (ended != null) {
            centralGone();
            ended.open = false;
            central.streamEnded();
        }
    }

    void start() {
        up = true;
    }

    Stream connect(DayPc pc) {
        Stream before = streams.get(pc.jid);
        if (before != null) {
            // A conflict: the old one goes first.
            broken(pc, before);
        }
        Stream stream = new Stream();
        streams.put(pc.jid, stream);
        return stream;
    }

    /** The server notices that a stream has ended. */
    void broken(DayPc pc, Stream stream) {
        if (streams.get(pc.jid) != stream) {
            return;
        }
        stream.open = false;
        streams.remove(pc.jid);
        if (presences.remove(pc.jid) != null) {
            toCentral(Rig.presence(Rig.full(pc.name), Presence.Type.unavailable, null));
        }
    }

    void fromPc(DayPc pc, Stream stream, Stanza stanza) {
        if (!stream.open || !stream.carries) {
            return;
        }
        if (stanza instanceof Presence presence) {
            if (presence.isAvailable()) {
                boolean isNew = presences.put(pc.jid, new Standing(stream, presence)) == null;
                if (isNew && centralStream != null) {
                    toPc(pc.jid, () -> pc.centralIs(true));
                }
                toCentral(presence);
            } else if (presences.remove(pc.jid) != null) {
                toCentral(presence);
            }
        } else if (centralStream != null) {
            toCentral(stanza);
        }
    }

    /** @return its stream, on which it has said that it is there */
    Stream connectCentral(DayCentral newCentral) {
        if (centralStream != null) {
            centralGone();
        }
        central = newCentral;
        centralStream = new Stream();
        presences.forEach((jid, standing) -> {
            toCentral(standing.presence());
            toPc(jid, () -> pcs.get(jid).centralIs(true));
        });
        return centralStream;
    }

    void centralGone() {
        if (centralStream != null) {
            centralStream.open = false;
            centralStream = null;
            presences.keySet().forEach(jid -> toPc(jid, () -> pcs.get(jid).centralIs(false)));
        }
    }

    void fromCentral(Stream stream, Stanza stanza) {
        Jid to = stanza.getTo();
        if (!stream.open || !stream.carries || to == null) {
            return;
        }
        if (to.isDomainBareJid()) {
            EmptyResultIQ pong = new EmptyResultIQ((IQ) stanza);
            pong.setFrom(to);
            toCentral(pong);
        } else if (streams.containsKey(to.asBareJid())) {
            toPc(to.asBareJid(), () -> pcs.get(to.asBareJid()).received(stanza));
        } else if (stanza instanceof IQ iq && iq.isRequestIQ()) {
            IQ bounce = NodeIq.error(
                    iq,
                    StanzaError.getBuilder(StanzaError.Condition.service_unavailable)
                            .build());
            bounce.setFrom(to);
            toCentral(bounce);
        }
    }

    private void toPc(BareJid jid, Runnable delivery) {
        Stream stream = streams.get(jid);
        agenda.in(moment(), () -> {
            if (stream != null && stream.open && stream.carries) {
                delivery.run();
            }
        });
    }

    private void toCentral(Stanza stanza) {
        Stream stream = centralStream;
        DayCentral to = central;
        if (stream != null) {
            agenda.in(20, () -> {
                if (stream.open && stream.carries) {
                    to.received(stanza);
                }
            });
        }
    }

    private int moment() {
        return 1 + random.nextInt(30);
    }

    static Presence leaving(DayPc pc, String reason) {
        return StanzaBuilder.buildPresence()
                .from(Rig.full(pc.name))
                .ofType(Presence.Type.unavailable)
                .addExtension(org.rollcall.xmpp.stanza.Leaving.toXml(reason))
                .build();
    }
}
