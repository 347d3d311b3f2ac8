package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jivesoftware.smack.packet.Message;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;

/** Keeps what was sent to those who watch. */
final class FakeWatchLine implements WatchLine {
    final List<Message> sent = new ArrayList<>();
    final List<EntityFullJid> pinged = new ArrayList<>();
    Consumer<Jid> gone;

    @Override
    public void send(Message message) {
        sent.add(message);
    }

    @Override
    public void ping(EntityFullJid jid) {
        pinged.add(jid);
    }

    @Override
    public void onGone(Consumer<Jid> listener) {
        gone = listener;
    }
}
