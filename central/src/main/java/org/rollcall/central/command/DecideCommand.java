package org.rollcall.central.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jxmpp.jid.BareJid;
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

/** A person's word on a PC that waits to be enrolled, or on a machine that has spoken: it is ours, or it is not. */
final class DecideCommand implements Command {
    private final Signature signature;
    private final Scopes scopes;
    private final Machines machines;
    private final Candidates candidates;
    private final boolean yes;
    private final BiConsumer<Machines, KnownMachine> decision;

    static DecideCommand approve(Scopes scopes, Machines machines, Candidates candidates) {
        return new DecideCommand(
                "approve",
                scopes,
                machines,
                candidates,
                true,
                (all, machine) -> all.approve(machine.jid(), machine.name()));
    }

    static DecideCommand refuse(Scopes scopes, Machines machines, Candidates candidates) {
        return new DecideCommand(
                "refuse", scopes, machines, candidates, false, (all, machine) -> all.refuse(machine.jid()));
    }

    private DecideCommand(
            String name,
            Scopes scopes,
            Machines machines,
            Candidates candidates,
            boolean yes,
            BiConsumer<Machines, KnownMachine> decision) {
        this.signature = Signature.order(name, Role.ADMIN)
                .taking(
                        Parameter.required("machine", Parameter.Type.TEXT),
                        Parameter.optional("hardware", Parameter.Type.TEXT))
                .giving(Column.text("jid"), Column.text("standing"));
        this.scopes = scopes;
        this.machines = machines;
        this.candidates = candidates;
        this.yes = yes;
        this.decision = decision;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        String wanted = request.text("machine").orElseThrow().strip();
        Scope scope = scopes.of(request, role());
        Optional<BareJid> candidate =
                candidates.decide(scope, wanted, request.text("hardware").orElse(null), yes, request.locale());
        if (candidate.isPresent()) {
            String standing = yes ? "may-enrol" : "refused";
            return Table.of(columns(), List.of(List.of(candidate.get().toString(), standing)));
        }
        scopes.everywhere(request, role());
        KnownMachine machine = machines.all().stream()
                .filter(one -> isMeant(one, wanted))
                .findFirst()
                .orElseThrow(() -> Texts.notFound(request.locale(), "refused.not-waiting", wanted));
        decision.accept(machines, machine);
        String standing = machines.find(machine.jid())
                .map(now -> now.standing().name().toLowerCase(Locale.ROOT))
                .orElse(null);
        return Table.of(columns(), List.of(Arrays.asList(machine.jid().toString(), standing)));
    }

    /** By JID or by account; not by the name that it gives itself, which it may have from another. */
    private static boolean isMeant(KnownMachine machine, String wanted) {
        return machine.standing() != KnownMachine.Standing.KNOWN && Offices.isMeant(machine.jid(), wanted);
    }
}
