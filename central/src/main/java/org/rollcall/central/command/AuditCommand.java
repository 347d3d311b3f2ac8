package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.central.store.AuditLine;
import org.rollcall.central.store.AuditTrail;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Who asked for what, and who did what, newest first. */
final class AuditCommand implements Command {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 10_000;

    private static final Signature SIGNATURE = Signature.question("audit", Role.ADMIN)
            .taking(
                    Parameter.optional("who", Parameter.Type.TEXT),
                    Parameter.optional("action", Parameter.Type.TEXT),
                    Parameter.optional("target", Parameter.Type.TEXT),
                    Parameter.optional("from", Parameter.Type.TIME),
                    Parameter.optional("to", Parameter.Type.TIME),
                    Parameter.optional("limit", Parameter.Type.COUNT))
            .giving(
                    Column.time("at"),
                    Column.text("who"),
                    Column.text("role"),
                    Column.text("channel"),
                    Column.text("action"),
                    Column.text("target"),
                    Column.text("details"),
                    Column.text("outcome"));

    private final Scopes scopes;
    private final AuditTrail trail;

    AuditCommand(Scopes scopes, AuditTrail trail) {
        this.scopes = scopes;
        this.trail = trail;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        scopes.everywhere(request, role());
        long limit = request.count("limit").orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > MOST) {
            throw Texts.badRequest(request.locale(), "refused.limit", Long.toString(MOST));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (AuditLine line : trail.find(
                request.text("who").orElse(null),
                request.text("action").orElse(null),
                request.text("target").orElse(null),
                request.time("from").orElse(null),
                request.time("to").orElse(null),
                (int) limit,
                null)) {
            rows.add(Arrays.asList(
                    line.at(),
                    line.who(),
                    line.role(),
                    line.channel(),
                    line.action(),
                    line.target(),
                    line.details(),
                    line.outcome()));
        }
        return Table.of(columns(), rows);
    }
}
