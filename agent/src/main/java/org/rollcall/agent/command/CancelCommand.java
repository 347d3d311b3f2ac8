package org.rollcall.agent.command;

import java.util.List;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** Takes a restart or a shutdown back while its delay runs. */
final class CancelCommand implements Command {
    private static final List<Column> COLUMNS = List.of(Column.text("result"));

    private final Host host;

    CancelCommand(Host host) {
        this.host = host;
    }

    @Override
    public String name() {
        return "cancel";
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
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        try {
            host.actions().cancel();
        } catch (ActionFailedException e) {
            throw Failures.refusal(e, request.locale());
        }
        return Table.of(COLUMNS, List.of(List.of("cancelled")));
    }
}
