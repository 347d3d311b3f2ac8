package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.wake.WakeOnLan;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** Turns machines on over the network. */
final class WakeCommand extends CentralCommand {
    private final Scopes scopes;
    private final WakeOnLan wake;

    WakeCommand(Scopes scopes, WakeOnLan wake) {
        super(
                "wake",
                Role.OPERATOR,
                List.of(Parameter.required("whom", Parameter.Type.TEXT)),
                List.of(Column.text("machine"), Column.text("result"), Column.text("details")));
        this.scopes = scopes;
        this.wake = wake;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        List<MachineNow> machines =
                Whom.of(request.text("whom").orElseThrow(), scopes.of(request, role()), request.locale());
        List<List<Object>> rows = new ArrayList<>();
        wake.wake(
                scopes.who(request),
                request.asker().channel(),
                machines.stream().map(MachineNow::jid).toList(),
                request.locale(),
                outcome -> rows.add(Arrays.asList(
                        outcome.name(),
                        outcome.answered() ? "sent" : outcome.reason(),
                        outcome.answered() ? outcome.table().note() : outcome.sentence())));
        return Table.of(columns(), rows);
    }
}
