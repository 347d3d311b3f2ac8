package org.rollcall.agent.command;

import java.util.List;
import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** Logs sessions off, without asking who sits there. */
final class LogoffCommand implements Command {
    private final Host host;

    LogoffCommand(Host host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "logoff";
    }

    @Override
    public Role role() {
        return Role.OPERATOR;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public List<Parameter> parameters() {
        return SessionOrder.PARAMETERS;
    }

    @Override
    public List<Column> columns() {
        return SessionOrder.COLUMNS;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        return SessionOrder.carryOut(
                SessionOrder.meant(host, request, false),
                request.locale(),
                session -> host.actions().logoff(session.id()));
    }
}
