package org.rollcall.central.command;

import java.util.List;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** Takes one person's name out of all that is kept, for good. */
final class EraseCommand extends CentralCommand {
    private final Scopes scopes;
    private final PersonalData data;

    EraseCommand(Scopes scopes, PersonalData data) {
        super(
                "erase",
                Role.ADMIN,
                List.of(Parameter.required("login", Parameter.Type.TEXT)),
                List.of(Column.count("sessions")));
        this.scopes = scopes;
        this.data = data;
    }

    @Override
    public boolean changes() {
        return true;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        scopes.everywhere(request, role());
        return Table.of(
                columns(), List.of(List.of(data.erase(request.text("login").orElseThrow()))));
    }
}
