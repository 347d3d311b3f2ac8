package org.rollcall.central.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** From now on the asker's client is told of what changes, in one room or in all. */
final class WatchCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("watch", Role.VIEWER)
            .taking(Parameter.optional("room", Parameter.Type.TEXT))
            .giving(ChangeRows.COLUMNS);

    private final Scopes scopes;
    private final Watchers watchers;

    WatchCommand(Scopes scopes, Watchers watchers) {
        this.scopes = scopes;
        this.watchers = watchers;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) throws Refusal {
        EntityFullJid jid = request.asker().from().asEntityFullJidIfPossible();
        if (jid == null) {
            throw Texts.badRequest(request.locale(), "refused.no-client");
        }
        Optional<String> wanted = request.text("room");
        String room = wanted.isPresent()
                ? scopes.of(request, role()).room(wanted.get()).name()
                : null;
        if (!watchers.add(jid, request.locale(), () -> sees(scopes.of(request, role()), room))) {
            throw new Refusal(Refusal.Reason.RESOURCE_CONSTRAINT, Texts.text(request.locale(), "refused.watchers"));
        }
        String note = room == null
                ? Texts.text(request.locale(), "note.watch.all")
                : Texts.text(request.locale(), "note.watch", room);
        return new Table(columns(), List.of(), note);
    }

    /** Empty when the asker may see nothing of that any more. */
    private static Optional<Predicate<MachineNow>> sees(Scope scope, String room) {
        if (room == null) {
            return scope.isAnywhere() ? Optional.of(scope::sees) : Optional.empty();
        }
        return scope.covers(room)
                ? Optional.of(machine ->
                        machine.place() != null && room.equals(machine.place().room()))
                : Optional.empty();
    }
}
