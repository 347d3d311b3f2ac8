package org.rollcall.central.command;

import java.util.List;
import org.rollcall.central.privacy.PersonalData;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Takes one person's name out of all that is kept, for good. */
final class EraseCommand implements Command {
    private static final Signature SIGNATURE = Signature.order("erase", Role.ADMIN)
            .taking(Parameter.required("login", Parameter.Type.TEXT))
            .giving(Column.count("sessions"));

    private final Scopes scopes;
    private final PersonalData data;

    EraseCommand(Scopes scopes, PersonalData data) {
        this.scopes = scopes;
        this.data = data;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        scopes.everywhere(request, role());
        return Table.of(
                columns(), List.of(List.of(data.erase(request.text("login").orElseThrow()))));
    }
}
