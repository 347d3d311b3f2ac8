package org.rollcall.central.inbox;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smackx.ping.packet.Ping;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;

/** Pings by XEP-0199; whatever comes of them is heard like any stanza. */
record PingWire(Predicate<Stanza> sender, Supplier<Optional<EntityFullJid>> self) implements Pulses.Wire {

    @Override
    public boolean ping(BareJid machine) {
        return sender.test(new Ping(JidCreate.fullFrom(machine.asEntityBareJidOrThrow(), Doorman.AGENT)));
    }

    @Override
    public boolean pingServer() {
        return self.get()
                .map(jid -> sender.test(new Ping(jid.asDomainBareJid())))
                .orElse(false);
    }
}
