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

    private MachineCommands() {}

    static List<Known> all() {
        return ALL.stream()
                .map(one -> new Known(one.name(), one.role().id(), one.changes()))
                .toList();
    }

    static Optional<MachineCommand> find(String name) {
        return ALL.stream().filter(known -> known.name().equals(name)).findFirst();
    }
}
