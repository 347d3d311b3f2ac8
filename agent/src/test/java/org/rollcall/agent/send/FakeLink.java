package org.rollcall.agent.send;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;

/** A link that keeps what is sent, and is up or not as a test says. */
public final class FakeLink implements Link {
    private final List<Stanza> sent = new ArrayList<>();
    private boolean up = true;
    private int reconnects;

    public void up(boolean now) {
        up = now;
    }

    /** What was sent since the last call. */
    public List<Stanza> taken() {
        List<Stanza> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    @Override
    public boolean trySend(Stanza stanza) {
        return up && sent.add(stanza);
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public XMPPConnection connection() {
        throw new UnsupportedOperationException("there is no wire here");
    }

    @Override
    public void addListener(LinkListener listener) {}

    @Override
    public void start() {}

    @Override
    public Optional<EntityFullJid> jid() {
        return Optional.empty();
    }

    @Override
    public Optional<InetAddress> localAddress() {
        return Optional.empty();
    }

    @Override
    public Optional<LinkFailure> failure() {
        return Optional.empty();
    }

    @Override
    public void reconnect(String why) {
        reconnects++;
    }

    public int reconnects() {
        return reconnects;
    }

    @Override
    public void close() {}

    @Override
    public void setRequestGate(Predicate<IQ> gate) {
        throw new UnsupportedOperationException("nothing here is asked");
    }
}
