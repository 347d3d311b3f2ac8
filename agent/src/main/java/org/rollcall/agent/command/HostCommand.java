package org.rollcall.agent.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostSheet.Fact;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Table;

/** The machine's sheet: hardware, system, network, disks, and the agent itself. */
final class HostCommand implements Command {
    private static final List<Column> COLUMNS =
            List.of(Column.text("group"), Column.text("fact"), Column.text("value"), Column.bytes("size"));

    private final Host host;
    private final Supplier<List<Fact>> about;

    /** @param about what the agent knows of itself: version, journal, link */
    HostCommand(Host host, Supplier<List<Fact>> about) {
        this.host = host;
        this.about = about;
    }

    @Override
    public String name() {
        return "host";
    }

    @Override
    public Role role() {
        return Role.VIEWER;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    /** Firmware and drives answer slowly the first time. */
    @Override
    public Duration timeLimit() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Table answer(Request request) {
        List<List<Object>> rows = new ArrayList<>();
        add(rows, new Fact("system", "name", host.name()));
        host.sheet().facts().forEach(fact -> add(rows, fact));
        about.get().forEach(fact -> add(rows, fact));
        add(rows, new Fact("agent", "notifications", host.notifications()));
        return Table.of(COLUMNS, rows);
    }

    private static void add(List<List<Object>> rows, Fact fact) {
        rows.add(Arrays.asList(fact.group(), fact.key(), fact.value(), fact.size()));
    }
}
