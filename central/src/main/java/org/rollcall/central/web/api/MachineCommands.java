package org.rollcall.central.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.xmpp.command.Role;

/**
 * What the pages may offer and whom an order needs, for previews. That the asker may is checked once more where it is
 * sent, and by the machine itself.
 */
final class MachineCommands {
    static final String WAKE = "wake";

    record Known(String name, String role, boolean changes) {
        Role needs() {
            return Role.valueOf(role.toUpperCase(Locale.ROOT));
        }
    }

    private static final List<Known> ALL = List.of(
            question("sessions", Role.VIEWER),
            question("processes", Role.VIEWER),
            question("host", Role.VIEWER),
            question("events", Role.VIEWER),
            order("message", Role.OPERATOR),
            order("logoff", Role.OPERATOR),
            order("disconnect", Role.OPERATOR),
            order("kill", Role.OPERATOR),
            order(WAKE, Role.OPERATOR),
            order("restart", Role.ADMIN),
            order("shutdown", Role.ADMIN),
            order("cancel", Role.ADMIN),
            order("run", Role.ADMIN),
            question("settings", Role.ADMIN),
            question("log", Role.ADMIN),
            order("loglevel", Role.ADMIN));

    private MachineCommands() {}

    static List<Known> all() {
        return ALL;
    }

    static Optional<Known> find(String name) {
        return ALL.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    private static Known question(String name, Role role) {
        return new Known(name, role.id(), false);
    }

    private static Known order(String name, Role role) {
        return new Known(name, role.id(), true);
    }
}
