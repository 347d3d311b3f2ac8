package org.rollcall.central.command;

import java.util.function.Consumer;
import org.jivesoftware.smack.XMPPConnection;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.filter.StanzaFilter;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;
import org.rollcall.xmpp.link.Link;

/** The way to those who watch, and how one learns that they are gone. */
public interface WatchLine {

    void send(Message message);

    /** Asks whether that client is still there. */
    void ping(EntityFullJid jid);

    /** Called on any thread when a client is gone. */
    void onGone(Consumer<Jid> listener);

    /** Over a link that has not started yet. */
    static WatchLine on(Link link) {
        return new WatchLine() {
            private static final long PATIENCE_MILLIS = 30_000;

            private volatile Consumer<Jid> gone = jid -> {};

            @Override
            public void send(Message message) {
                link.trySend(message);
            }

            /** For a client that is not there its server answers this; a client without XEP-0199 says otherwise. */
            @Override
            public void ping(EntityFullJid jid) {
                XMPPConnection connection = link.connection();
                connection.sendIqRequestAsync(new Ping(jid), PATIENCE_MILLIS).onError(e -> {
                    if (e instanceof XMPPErrorException refused
                            && refused.getStanzaError().getCondition() == StanzaError.Condition.service_unavailable) {
                        gone.accept(jid);
                    }
                });
            }

            @Override
            public void onGone(Consumer<Jid> listener) {
                gone = listener;
                StanzaFilter ends =
                        stanza -> stanza instanceof Presence presence && presence.getType() == Presence.Type.unavailable
                                || stanza instanceof Message message && message.getType() == Message.Type.error;
                link.connection().addSyncStanzaListener(stanza -> listener.accept(stanza.getFrom()), ends);
            }
        };
    }
}
