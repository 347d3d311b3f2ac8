package org.rollcall.central.web.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.xmpp.asking.MachineCommand;
import org.rollcall.xmpp.command.Role;

/**
 * What the pages may offer and whom an order needs, for previews. That the asker may is checked once more where it is
 * sent, and by the machine itself.
 */
final class MachineCommands {
    /** Central's own: a machine that is off can be asked nothing. */
    static final String WAKE = "wake";

    record Known(String name, String role, boolean changes) {}

    private static final List<MachineCommand> ALL = Stream.concat(
                    MachineCommand.ALL.stream(), Stream.of(new MachineCommand(WAKE, Role.OPERATOR, true, null)))
            .toList();

    /** Of the accounts that machines have, not of machines: these have routes of their own. */
    private static final List<MachineCommand> OF_ACCOUNTS = List.of(
            new MachineCommand("renew-password", Role.ADMIN, true, null),
            new MachineCommand("withdraw", Role.ADMIN, true, null));

    private MachineCommands() {}

    /** @param accounts whether central manages them: else nobody is offered to renew or to withdraw one */
    static List<Known> all(boolean accounts) {
        return Stream.concat(ALL.stream(), accounts ? OF_ACCOUNTS.stream() : Stream.empty())
                .map(one -> new Known(one.name(), one.role().id(), one.changes()))
                .toList();
    }

    static Optional<MachineCommand> find(String name) {
        return ALL.stream().filter(known -> known.name().equals(name)).findFirst();
    }
}
