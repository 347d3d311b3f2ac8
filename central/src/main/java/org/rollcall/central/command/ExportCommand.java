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

/** All that is kept of one person, as JSON, one line of it a row. */
final class ExportCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("export", Role.ADMIN)
            .taking(Parameter.required("login", Parameter.Type.TEXT))
            .giving(Column.text("line"));

    private final Scopes scopes;
    private final PersonalData data;

    ExportCommand(Scopes scopes, PersonalData data) {
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
                columns(),
                data.export(request.text("login").orElseThrow())
                        .lines()
                        .map(line -> List.<Object>of(line))
                        .toList());
    }
}
