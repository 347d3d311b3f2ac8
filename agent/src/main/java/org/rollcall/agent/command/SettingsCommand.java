package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.settings.SettingValue;

/** What is in force on this machine, and where each value came from. */
final class SettingsCommand implements Command {
    private static final List<Column> COLUMNS =
            List.of(Column.text("key"), Column.text("value"), Column.text("source"));

    private final Supplier<List<SettingValue>> inForce;

    SettingsCommand(Supplier<List<SettingValue>> inForce) {
        this.inForce = inForce;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Role role() {
        return Role.ADMIN;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Table answer(Request request) {
        List<List<Object>> rows = new ArrayList<>();
        for (SettingValue value : inForce.get()) {
            rows.add(List.of(value.key(), value.value(), value.source()));
        }
        return Table.of(COLUMNS, rows);
    }
}
