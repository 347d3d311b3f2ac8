package org.rollcall.central.command;

import java.util.List;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.command.Role;

/** What each of central's commands says of itself. */
abstract class CentralCommand implements Command {
    private final String name;
    private final Role role;
    private final List<Parameter> parameters;
    private final List<Column> columns;

    CentralCommand(String name, Role role, List<Parameter> parameters, List<Column> columns) {
        this.name = name;
        this.role = role;
        this.parameters = List.copyOf(parameters);
        this.columns = List.copyOf(columns);
    }

    @Override
    public final String name() {
        return name;
    }

    /** Somewhere: a command shows and does nothing outside the rooms where the asker has it. */
    @Override
    public final Role role() {
        return role;
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final List<Column> columns() {
        return columns;
    }
}
