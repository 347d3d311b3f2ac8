package org.rollcall.central.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Who was where, newest logon first. */
final class HistoryCommand implements Command {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 10_000;

    private static final Signature SIGNATURE = Signature.question("history", Role.VIEWER)
            .taking(
                    Parameter.optional("user", Parameter.Type.TEXT),
                    Parameter.optional("machine", Parameter.Type.TEXT),
                    Parameter.optional("room", Parameter.Type.TEXT),
                    Parameter.optional("address", Parameter.Type.TEXT),
                    Parameter.optional("from", Parameter.Type.TIME),
                    Parameter.optional("to", Parameter.Type.TIME),
                    Parameter.optional("limit", Parameter.Type.COUNT))
            .giving(HistoryRows.COLUMNS);

    private final Scopes scopes;
    private final History history;

    HistoryCommand(Scopes scopes, History history) {
        this.scopes = scopes;
        this.history = history;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Scope scope = scopes.of(request, role());
        long limit = request.count("limit").orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > MOST) {
            throw Texts.badRequest(request.locale(), "refused.limit", Long.toString(MOST));
        }
        Optional<String> room = request.text("room");
        Set<String> seen = scope.roomNames();
        if (room.isPresent() && seen != null && !seen.contains(room.get())) {
            throw Texts.notFound(request.locale(), "refused.no-such-room", room.get());
        }
        HistoryQuery query = new HistoryQuery(
                request.text("machine").orElse(null),
                request.text("user").orElse(null),
                room.orElse(null),
                seen,
                request.text("address").orElse(null),
                request.time("from").orElse(null),
                request.time("to").orElse(null),
                (int) limit,
                null);
        List<SessionRow> sessions = history.find(query);
        long all = sessions.size() < limit ? sessions.size() : history.count(query);
        String note = all > sessions.size() ? Texts.text(request.locale(), "note.history", sessions.size(), all) : null;
        return new Table(columns(), HistoryRows.of(sessions), note);
    }
}
