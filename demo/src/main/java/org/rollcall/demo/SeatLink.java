package org.rollcall.demo;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.xmpp.link.Link;
import org.rollcall.xmpp.link.LinkFailure;
import org.rollcall.xmpp.link.LinkListener;

/** A simulated PC's link: a real one, but for the address that the PC would have in its room. */
final class SeatLink implements Link {
    private final Link real;
    private final InetAddress address;

    SeatLink(Link real, InetAddress address) {
        this.real = real;
        this.address = address;
    }

    @Override
    public Optional<InetAddress> localAddress() {
        return real.localAddress().map(loopback -> address);
    }

    @Override
    public XMPPConnection connection() {
        return real.connection();
    }

    @Override
    public void addListener(LinkListener listener) {
        real.addListener(listener);
    }

    @Override
    public void start() {
        real.start();
    }

    @Override
    public boolean isUp() {
        return real.isUp();
    }

    @Override
    public boolean trySend(Stanza stanza) {
        return real.trySend(stanza);
    }

    @Override
    public void setRequestGate(Predicate<IQ> gate) {
        real.setRequestGate(gate);
    }

    @Override
    public Optional<EntityFullJid> jid() {
        return real.jid();
    }

    @Override
    public Optional<LinkFailure> failure() {
        return real.failure();
    }

    @Override
    public void reconnect(String why) {
        real.reconnect(why);
    }

    @Override
    public void close() {
        real.close();
    }
}
