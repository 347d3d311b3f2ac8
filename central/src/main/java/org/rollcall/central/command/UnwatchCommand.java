package org.rollcall.central.command;

import java.util.List;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** The asker's client is told of nothing any more. */
final class UnwatchCommand extends CentralCommand {
    private final Watchers watchers;

    UnwatchCommand(Watchers watchers) {
        super("unwatch", Role.VIEWER, List.of(), List.of(Column.text("result")));
        this.watchers = watchers;
    }

    @Override
    public Table answer(Request request) {
        boolean watched = watchers.remove(request.asker().from());
        return Table.of(columns(), List.of(List.of(watched ? "ended" : "none")));
    }
}
