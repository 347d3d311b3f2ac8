package org.rollcall.central.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jxmpp.jid.EntityFullJid;
import org.rollcall.central.board.MachineNow;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Refusal;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** From now on the asker's client is told of what changes, in one room or in all. */
final class WatchCommand extends CentralCommand {
    private final Scopes scopes;
    private final Watchers watchers;

    WatchCommand(Scopes scopes, Watchers watchers) {
        super("watch", Role.VIEWER, List.of(Parameter.optional("room", Parameter.Type.TEXT)), ChangeRows.COLUMNS);
        this.scopes = scopes;
        this.watchers = watchers;
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

    private static Predicate<MachineNow> sees(Scope scope, String room) {
        return machine -> scope.sees(machine)
                && (room == null
                        || machine.place() != null
                                && room.equals(machine.place().room()));
    }
}
