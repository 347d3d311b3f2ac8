package org.rollcall.agent.command;

import java.util.List;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.Host;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Takes a restart or a shutdown back while its delay runs. */
final class CancelCommand implements Command {
    private static final Signature SIGNATURE =
            Signature.order("cancel", Role.ADMIN).giving(Column.text("result"));

    private final Host host;

    CancelCommand(Host host) {
        this.host = host;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        try {
            host.actions().cancel();
        } catch (ActionFailedException e) {
            throw Failures.refusal(e, request.locale());
        }
        return Table.of(columns(), List.of(List.of("cancelled")));
    }
}
