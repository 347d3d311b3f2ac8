package org.rollcall.central.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.enrol.Renewal;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Gives machines that are on new passwords, which they make up themselves. */
final class RenewPasswordCommand implements Command {
    static final Duration LONGEST = Duration.ofSeconds(55);

    private static final Signature SIGNATURE = Signature.order("renew-password", Role.ADMIN)
            .taking(Parameter.required("whom", Parameter.Type.TEXT))
            .giving(Column.text("machine"), Column.text("result"), Column.text("details"))
            .within(LONGEST.plusSeconds(10));

    private final Scopes scopes;
    private final Offices offices;

    RenewPasswordCommand(Scopes scopes, Offices offices) {
        this.scopes = scopes;
        this.offices = offices;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal, InterruptedException {
        Office office = offices.managing(request.locale());
        List<MachineNow> machines =
                Whom.of(request.text("whom").orElseThrow(), scopes.of(request, role()), request.locale());
        List<List<Object>> rows = new ArrayList<>();
        boolean mine = office.renew(
                machines.stream().map(MachineNow::jid).toList(),
                LONGEST,
                renewal -> rows.add(row(machines.get(rows.size()), renewal)));
        if (!mine) {
            throw new Refusal(Refusal.Reason.RESOURCE_CONSTRAINT, Texts.text(request.locale(), "refused.renewing"));
        }
        return Table.of(columns(), rows);
    }

    private static List<Object> row(MachineNow machine, Renewal renewal) {
        return Arrays.asList(machine.name(), renewal.result().id(), renewal.details());
    }
}
