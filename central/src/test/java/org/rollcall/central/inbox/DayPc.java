package org.rollcall.central.inbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jivesoftware.smack.packet.EmptyResultIQ;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.fake.States;
import org.rollcall.xmpp.stanza.Event;
import org.rollcall.xmpp.stanza.Events;
import org.rollcall.xmpp.stanza.MachineState;
import org.rollcall.xmpp.stanza.NodeIq;
import org.rollcall.xmpp.stanza.SessionState;
import org.rollcall.xmpp.stanza.Stored;

/** A simulated PC with an agent that follows the protocol: presence now, events until they are answered for. */
final class DayPc {
    enum Power {
        OFF,
        ON,
        ASLEEP
    }

    /** One session of its life, for whoever compares. */
    static final class Session {
        final int id;
        final String uid;
        final String user;
        final Instant logon;
        Instant logoff;
        boolean disconnected;
        boolean locked;

        Session(int id, String uid, String user, Instant logon) {
            this.id = id;
            this.uid = uid;
            this.user = user;
            this.logon = logon;
        }
    }

    private record Written(String journal, Event event) {}

    final String name;
    final BareJid jid;
    final List<Session> ever = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    Power power = Power.OFF;
    boolean network = true;
    int signIns;
    private final Agenda agenda;
    private final DayServer server;
    private final Random random;
    private final Deque<Written> unanswered = new ArrayDeque<>();
    private final List<Session> open = new ArrayList<>();
    private DayServer.Stream stream;
    private boolean connecting;
    private boolean central;
    private String inFlight;
    private int tries;
    private int requests;
    private int journals;
    private long seq;
    private int sessions;
    private int boots;
    private Instant boot = States.BOOT;
    private Instant lastSign;

    DayPc(String name, Agenda agenda, DayServer server, Random random) {
        this.name = name;
        jid = States.jid(name);
        this.agenda = agenda;
        this.server = server;
        this.random = random;
        server.add(this);
    }

    boolean isSignedIn() {
        return stream != null && stream.open && stream.carries;
    }

    List<Session> open() {
        return List.copyOf(open);
    }

    int unanswered() {
        return unanswered.size();
    }

    // What happens to it

    void powerOn() {
        power = Power.ON;
        boot = now().plusSeconds(boots++);
        beginJournal();
        for (Session session : List.copyOf(open)) {
            end(session, lastSign, "agent-off");
        }
        connectIn(200);
    }

    void shutDown() {
        for (Session session : List.copyOf(open)) {
            end(session, now(), null);
        }
        write(Event.Kinds.STOP, now(), Map.of());
        leave(Event.Kinds.STOP);
        power = Power.OFF;
    }

    void powerCut(long noticedAfter) {
        lastSign = now();
        power = Power.OFF;
        dropStream(noticedAfter);
    }

    void sleep() {
        write(Event.Kinds.SLEEP, now(), Map.of());
        leave(Event.Kinds.SLEEP);
        power = Power.ASLEEP;
    }

    void resume() {
        power = Power.ON;
        write(Event.Kinds.RESUME, now(), Map.of());
        connectIn(100);
    }

    /** Its service is started anew; sessions go on. */
    void restartAgent() {
        write(Event.Kinds.STOP, now(), Map.of());
        leave(Event.Kinds.STOP);
        beginJournal();
        connectIn(1_500);
    }

    void networkCut(long noticedAfter) {
        network = false;
        if (stream == null) {
            return;
        }
        DayServer.Stream cut = stream;
        cut.carries = false;
        agenda.in(noticedAfter, () -> server.broken(this, cut));
        // The agent's own ping finds out.
        agenda.in(28_000, () -> {
            if (stream == cut) {
                stream = null;
                central = false;
                inFlight = null;
                connectIn(backoff());
            }
        });
    }

    void networkBack() {
        network = true;
    }

    void logon(String user) {
        for (Session session : open) {
            if (!session.disconnected) {
                session.disconnected = true;
                write(Event.Kinds.DISCONNECT, session);
            }
        }
        Session session = new Session(++sessions, name + "-" + sessions, user, now());
        open.add(session);
        ever.add(session);
        write(Event.Kinds.LOGON, session);
        announce();
    }

    void logoff(Session session) {
        end(session, now(), null);
        announce();
    }

    void lock(Session session, boolean locked) {
        session.locked = locked;
        write(locked ? Event.Kinds.LOCK : Event.Kinds.UNLOCK, session);
        announce();
    }

    void connect(Session session) {
        session.disconnected = false;
        session.locked = false;
        write(Event.Kinds.CONNECT, session);
        announce();
    }

    // What comes over the wire

    void centralIs(boolean there) {
        central = there;
        inFlight = null;
        sendEvents();
    }

    void received(Stanza stanza) {
        if (power != Power.ON) {
            return;
        }
        if (stanza instanceof NodeIq iq && iq.getType() == IQ.Type.result) {
            stored(iq);
        } else if (stanza instanceof IQ iq && iq.getType() == IQ.Type.get) {
            EmptyResultIQ pong = new EmptyResultIQ(iq);
            pong.setFrom(Rig.full(name));
            send(pong);
        }
    }

    void streamEnded(DayServer.Stream ended) {
        if (stream == ended) {
            stream = null;
            central = false;
            inFlight = null;
            connectIn(backoff());
        }
    }

    private void stored(NodeIq iq) {
        if (!iq.getStanzaId().equals(inFlight)) {
            return;
        }
        try {
            long upTo = Stored.from(iq.node()).seq();
            String journal = unanswered.peek().journal();
            while (!unanswered.isEmpty()
                    && unanswered.peek().journal().equals(journal)
                    && unanswered.peek().event().seq() <= upTo) {
                unanswered.remove();
            }
        } catch (org.rollcall.xmpp.stanza.MalformedException e) {
            throw new AssertionError(e);
        }
        inFlight = null;
        sendEvents();
    }

    private void sendEvents() {
        if (!central || inFlight != null || unanswered.isEmpty() || power != Power.ON || stream == null) {
            return;
        }
        String journal = unanswered.peek().journal();
        List<Event> batch = new ArrayList<>();
        for (Written one : unanswered) {
            if (!one.journal().equals(journal) || batch.size() == 50) {
                break;
            }
            batch.add(one.event());
        }
        NodeIq iq = NodeIq.set(Rig.SELF, Events.of(journal, batch).toXml());
        iq.setFrom(Rig.full(name));
        String id = name + "-" + ++requests;
        iq.setStanzaId(id);
        inFlight = id;
        send(iq);
        agenda.in(30_000, () -> {
            if (id.equals(inFlight)) {
                inFlight = null;
                sendEvents();
            }
        });
    }

    private void announce() {
        if (stream == null) {
            return;
        }
        List<SessionState> states = open.stream()
                .map(session -> new SessionState(
                        session.id,
                        session.uid,
                        session.user,
                        "IUT",
                        null,
                        session.disconnected ? "disconnected" : "active",
                        "console",
                        session.logon,
                        session.disconnected ? null : session.locked,
                        null,
                        null))
                .toList();
        MachineState state =
                new MachineState(name.toUpperCase(), boot, boot, "10.2.3.4", null, "1.0.0", journal(), seq, states, 0);
        send(Rig.presence(Rig.full(name), Presence.Type.available, state));
    }

    private void leave(String reason) {
        if (stream != null) {
            send(DayServer.leaving(this, reason));
            DayServer.Stream last = stream;
            stream = null;
            server.broken(this, last);
        }
        central = false;
        inFlight = null;
        lastSign = now();
    }

    private void dropStream(long noticedAfter) {
        central = false;
        inFlight = null;
        if (stream != null) {
            DayServer.Stream cut = stream;
            stream = null;
            cut.carries = false;
            agenda.in(noticedAfter, () -> server.broken(this, cut));
        }
    }

    private void connectIn(long millis) {
        if (connecting) {
            return;
        }
        connecting = true;
        agenda.in(millis, () -> {
            connecting = false;
            if (power != Power.ON || stream != null) {
                return;
            }
            if (!network || !server.isUp()) {
                connectIn(backoff());
                return;
            }
            tries = 0;
            stream = server.connect(this);
            signIns++;
            announce();
        });
    }

    private long backoff() {
        long most = Math.min(60_000, 1_000L << Math.min(tries++, 10));
        return most / 2 + random.nextInt((int) (most / 2));
    }

    private void send(Stanza stanza) {
        if (stream != null) {
            server.fromPc(this, stream, stanza);
        }
    }

    private void beginJournal() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("boot", boot.toString());
        if (journals > 0) {
            attributes.put("previous", journal());
            attributes.put("previous-seq", String.valueOf(seq));
            attributes.put("last-sign", lastSign.toString());
        }
        journals++;
        seq = 0;
        write(Event.Kinds.START, now(), attributes);
    }

    private void end(Session session, Instant at, String reason) {
        open.remove(session);
        session.logoff = at;
        Map<String, String> more = of(session);
        more.put("since", session.logon.toString());
        if (reason != null) {
            more.put("reason", reason);
        }
        write(Event.Kinds.LOGOFF, at, more);
    }

    private void write(String kind, Session session) {
        write(kind, now(), of(session));
    }

    private void write(String kind, Instant at, Map<String, String> attributes) {
        seq++;
        unanswered.add(new Written(journal(), new Event(seq, kind, at, attributes)));
        written.add(jid + " " + journal() + " " + seq);
        sendEvents();
    }

    private static Map<String, String> of(Session session) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("session", String.valueOf(session.id));
        attributes.put("uid", session.uid);
        attributes.put("user", session.user);
        attributes.put("domain", "IUT");
        attributes.put("state", session.disconnected ? "disconnected" : "active");
        attributes.put("place", "console");
        return attributes;
    }

    private String journal() {
        return name + "-j" + journals;
    }

    private Instant now() {
        return agenda.time.instant();
    }
}
