package org.rollcall.agent.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.HostSheet.Fact;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Request;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.command.Signature;
import org.rollcall.xmpp.command.Table;

/** The machine's sheet: hardware, system, network, disks, and the agent itself. */
final class HostCommand implements Command {
    /** Firmware and drives answer slowly the first time. */
    private static final Signature SIGNATURE = Signature.question("host", Role.VIEWER)
            .giving(Column.text("group"), Column.text("fact"), Column.text("value"), Column.bytes("size"))
            .within(Duration.ofSeconds(30));

    private final Host host;
    private final Supplier<List<Fact>> about;

    /** @param about what the agent knows of itself: version, journal, link */
    HostCommand(Host host, Supplier<List<Fact>> about) {
        this.host = host;
        this.about = about;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Table answer(Request request) {
        List<List<Object>> rows = new ArrayList<>();
        add(rows, new Fact("system", "name", host.name()));
        host.sheet().facts().forEach(fact -> add(rows, fact));
        Set<String> cards = host.identity().macs();
        if (!cards.isEmpty()) {
            // Of the interfaces above, those by which central knows the machine again.
            add(rows, new Fact("hardware", "cards", String.join(" ", cards)));
        }
        about.get().forEach(fact -> add(rows, fact));
        add(rows, new Fact("agent", "notifications", host.notifications()));
        return Table.of(columns(), rows);
    }

    private static void add(List<List<Object>> rows, Fact fact) {
        rows.add(Arrays.asList(fact.group(), fact.key(), fact.value(), fact.size()));
    }
}
