package org.rollcall.central.command;

import java.util.List;
import org.jxmpp.jid.BareJid;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.enrol.AccountException;
import org.rollcall.central.enrol.Office;
import org.rollcall.central.store.KnownMachine;
import org.rollcall.central.store.Machines;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** Takes a machine's account away; central believes it no more, and keeps its history. */
final class WithdrawCommand implements Command {
    private static final Signature SIGNATURE = Signature.order("withdraw", Role.ADMIN)
            .taking(Parameter.required("machine", Parameter.Type.TEXT))
            .giving(Column.text("jid"), Column.text("result"));

    private final Scopes scopes;
    private final Offices offices;
    private final Machines machines;

    WithdrawCommand(Scopes scopes, Offices offices, Machines machines) {
        this.scopes = scopes;
        this.offices = offices;
        this.machines = machines;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal, InterruptedException {
        Office office = offices.managing(request.locale());
        BareJid jid = meant(request);
        try {
            office.withdraw(jid);
        } catch (AccountException e) {
            throw new Refusal(
                    Refusal.Reason.INTERNAL_SERVER_ERROR,
                    Texts.text(request.locale(), "refused.account-stays", e.getMessage()));
        }
        return Table.of(columns(), List.of(List.of(jid.toString(), "withdrawn")));
    }

    /** Also one that was refused already: its account may still be there. */
    private BareJid meant(Request request) throws Refusal {
        Scope scope = scopes.of(request, role());
        String wanted = request.text("machine").orElseThrow().strip();
        MachineNow here = scope.find(wanted).orElse(null);
        if (here != null) {
            return here.jid();
        }
        return machines.all().stream()
                .filter(one -> one.standing() == KnownMachine.Standing.REFUSED)
                .map(KnownMachine::jid)
                .filter(jid -> scope.isEverywhere() && Offices.isMeant(jid, wanted))
                .findFirst()
                .orElseThrow(() -> Texts.notFound(request.locale(), "refused.no-such-machine", wanted));
    }
}
