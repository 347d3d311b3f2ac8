package org.rollcall.central.command;

import java.util.List;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** All that is kept of one person, as JSON, one line of it a row. */
final class ExportCommand extends CentralCommand {
    private final Scopes scopes;
    private final PersonalData data;

    ExportCommand(Scopes scopes, PersonalData data) {
        super(
                "export",
                Role.ADMIN,
                List.of(Parameter.required("login", Parameter.Type.TEXT)),
                List.of(Column.text("line")));
        this.scopes = scopes;
        this.data = data;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        scopes.everywhere(request, role());
        return Table.of(
                columns(),
                data.export(request.text("login").orElseThrow())
                        .lines()
                        .map(line -> List.<Object>of(line))
                        .toList());
    }
}
