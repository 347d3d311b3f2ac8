package org.rollcall.central.command;

import java.util.List;
import java.util.Optional;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.store.History;
import org.rollcall.central.store.HistoryQuery;
import org.rollcall.central.store.SessionRow;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** The latest sessions of a machine, or the latest of each person whose login or name has the text. */
final class LastCommand implements Command {
    private static final long DEFAULT_LIMIT = 10;
    private static final long MOST = 1000;

    private static final Signature SIGNATURE = Signature.question("last", Role.VIEWER)
            .taking(Parameter.required("who", Parameter.Type.TEXT), Parameter.optional("limit", Parameter.Type.COUNT))
            .giving(HistoryRows.COLUMNS);

    private final Scopes scopes;
    private final History history;

    LastCommand(Scopes scopes, History history) {
        this.scopes = scopes;
        this.history = history;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        String who = request.text("who").orElseThrow().strip();
        long limit = request.count("limit").orElse(DEFAULT_LIMIT);
        if (who.isEmpty()) {
            throw Texts.badRequest(request.locale(), "refused.empty", "who");
        }
        if (limit < 1 || limit > MOST) {
            throw Texts.badRequest(request.locale(), "refused.limit", Long.toString(MOST));
        }
        Scope scope = scopes.of(request, role());
        Optional<MachineNow> machine = scope.find(who);
        List<SessionRow> sessions = machine.isPresent()
                ? history.find(new HistoryQuery(
                        machine.get().name(), null, null, scope.roomNames(), null, null, null, (int) limit, null))
                : history.lastOfEach(who, scope.roomNames(), (int) limit);
        return Table.of(columns(), HistoryRows.of(sessions));
    }
}
