package org.rollcall.central.command;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.store.Enrolments.Window;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Closes windows before their time. */
final class CloseEnrolmentCommand implements Command {
    private static final Signature SIGNATURE = Signature.order("close-enrolment", Role.ADMIN)
            .taking(Parameter.optional("room", Parameter.Type.TEXT))
            .giving(Column.text("room"));

    private final Scopes scopes;
    private final Offices offices;

    CloseEnrolmentCommand(Scopes scopes, Offices offices) {
        this.scopes = scopes;
        this.offices = offices;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        Office office = offices.enrolling(request.locale());
        Scope scope = scopes.of(request, role());
        String wanted = request.text("room").map(String::strip).orElse(null);
        List<List<Object>> closed = new ArrayList<>();
        for (Window window : office.windows()) {
            boolean may = window.room() == null ? scope.isEverywhere() : scope.covers(window.room());
            String name = window.room() == null ? EnrolmentCommand.ALL : window.room();
            if (may && (wanted == null || wanted.equalsIgnoreCase(name)) && office.close(window.room())) {
                closed.add(List.of(name));
            }
        }
        if (closed.isEmpty()) {
            throw Texts.notFound(request.locale(), "refused.no-window");
        }
        return Table.of(columns(), closed);
    }
}
