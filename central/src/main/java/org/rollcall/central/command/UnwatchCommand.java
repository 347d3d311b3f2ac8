package org.rollcall.central.command;

import java.util.List;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** The asker's client is told of nothing any more. */
final class UnwatchCommand implements Command {
    private static final Signature SIGNATURE =
            Signature.question("unwatch", Role.VIEWER).giving(Column.text("result"));

    private final Watchers watchers;

    UnwatchCommand(Watchers watchers) {
        this.watchers = watchers;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) {
        boolean watched = watchers.remove(request.asker().from());
        return Table.of(columns(), List.of(List.of(watched ? "ended" : "none")));
    }
}
