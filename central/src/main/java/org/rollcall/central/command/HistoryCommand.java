package org.rollcall.central.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.board.RoomNow;
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
                    Parameter.optional("who", Parameter.Type.TEXT),
                    Parameter.optional("user", Parameter.Type.TEXT),
                    Parameter.optional("machine", Parameter.Type.TEXT),
                    Parameter.optional("room", Parameter.Type.TEXT),
                    Parameter.optional("address", Parameter.Type.TEXT),
                    Parameter.optional("at", Parameter.Type.TIME),
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
        HistoryQuery query = query(request, scope, (int) limit);
        if (query.room() != null && query.rooms() != null && !query.rooms().contains(query.room())) {
            throw Texts.notFound(request.locale(), "refused.no-such-room", query.room());
        }
        List<SessionRow> sessions = history.find(query);
        return new Table(columns(), HistoryRows.of(sessions), note(query, sessions.size(), request.locale()));
    }

    private String note(HistoryQuery query, int found, Locale locale) {
        if (found == 0) {
            return Texts.text(locale, "note.history.none");
        }
        long all = found < query.most() ? found : history.count(query);
        return all > found ? Texts.text(locale, "note.history", found, all) : null;
    }

    /** {@code who} is a machine where there is one of that name, else a room, else part of a person's name. */
    private static HistoryQuery query(Request request, Scope scope, int limit) throws Refusal {
        Optional<String> who = request.text("who").map(String::strip).filter(text -> !text.isEmpty());
        Optional<String> machine = who.flatMap(scope::find).map(MachineNow::name);
        Optional<String> room = who.filter(text -> machine.isEmpty())
                .flatMap(text -> scope.rooms().stream()
                        .map(RoomNow::name)
                        .filter(text::equalsIgnoreCase)
                        .findFirst());
        Optional<String> person = who.filter(text -> machine.isEmpty() && room.isEmpty());
        Optional<Instant> at = request.time("at");
        if (at.isPresent()
                && (request.time("from").isPresent() || request.time("to").isPresent())) {
            throw Texts.badRequest(request.locale(), "refused.at");
        }
        return new HistoryQuery(
                request.text("machine").or(() -> machine).orElse(null),
                request.text("user").or(() -> person).orElse(null),
                request.text("room").or(() -> room).orElse(null),
                scope.roomNames(),
                request.text("address").orElse(null),
                request.time("from").or(() -> at).orElse(null),
                // Sessions that were open before the next instant: those that began at this one, too.
                request.time("to").or(() -> at.map(time -> time.plusMillis(1))).orElse(null),
                limit,
                null);
    }
}
