package org.rollcall.agent.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;
import org.rollcall.xmpp.settings.SettingValue;

/** What is in force on this machine, and where each value came from. */
final class SettingsCommand implements Command {
    private static final Signature SIGNATURE = Signature.question("settings", Role.ADMIN)
            .giving(Column.text("key"), Column.text("value"), Column.text("source"));

    private final Supplier<List<SettingValue>> inForce;

    SettingsCommand(Supplier<List<SettingValue>> inForce) {
        this.inForce = inForce;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) {
        List<List<Object>> rows = new ArrayList<>();
        for (SettingValue value : inForce.get()) {
            rows.add(List.of(value.key(), value.value(), value.source()));
        }
        return Table.of(columns(), rows);
    }
}
