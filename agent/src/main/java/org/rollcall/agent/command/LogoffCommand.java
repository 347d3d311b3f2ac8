package org.rollcall.agent.command;

import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Logs sessions off, without asking who sits there. */
final class LogoffCommand implements Command {
    private static final Signature SIGNATURE = SessionOrder.signature("logoff");

    private final Host host;

    LogoffCommand(Host host) {
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
                session -> host.actions().logoff(session.id()));
    }
}
