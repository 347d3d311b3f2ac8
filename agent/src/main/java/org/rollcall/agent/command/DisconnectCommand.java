package org.rollcall.agent.command;

import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Disconnects sessions; at the console this locks the screen. */
final class DisconnectCommand implements Command {
    private static final Signature SIGNATURE = SessionOrder.signature("disconnect");

    private final Host host;

    DisconnectCommand(Host host) {
        this.host = host;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        return SessionOrder.carryOut(
                SessionOrder.meant(host, request, false),
                request.locale(),
                session -> host.actions().disconnect(session.id()));
    }
}
