package org.rollcall.agent.command;

import java.time.Clock;
import java.util.List;
import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** Shuts the machine down in full, so that it starts afresh. */
final class ShutdownCommand implements Command {
    private final Host host;
    private final Clock clock;

    ShutdownCommand(Host host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "shutdown";
    }

    @Override
    public Role role() {
        return Role.ADMIN;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public List<Parameter> parameters() {
        return PowerOrder.PARAMETERS;
    }

    @Override
    public List<Column> columns() {
        return PowerOrder.COLUMNS;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        return PowerOrder.carryOut(host, clock, request, host.actions()::shutdown);
    }
}
