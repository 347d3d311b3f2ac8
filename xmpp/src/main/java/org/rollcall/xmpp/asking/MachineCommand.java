package org.rollcall.xmpp.asking;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.xmpp.command.Role;

/**
 * What can be asked of machines, known to those who ask them without the agent's own code; a test keeps it in step.
 *
 * @param role the least that may use it
 * @param changes whether it changes the machine
 * @param timeout how long to wait for each machine: longer than the machine itself takes at most
 */
public record MachineCommand(String name, Role role, boolean changes, Duration timeout) {
    private static final Duration USUAL = Duration.ofSeconds(12);
    private static final Duration LONG = Duration.ofSeconds(35);
    // A program that run starts may take as long as the machine's settings let it: up to an hour.
    private static final Duration PROGRAM = Duration.ofMinutes(10);

    public static final List<MachineCommand> ALL = List.of(
            new MachineCommand("sessions", Role.VIEWER, false, USUAL),
            new MachineCommand("processes", Role.VIEWER, false, USUAL),
            new MachineCommand("host", Role.VIEWER, false, LONG),
            new MachineCommand("events", Role.VIEWER, false, USUAL),
            new MachineCommand("help", Role.VIEWER, false, USUAL),
            new MachineCommand("message", Role.OPERATOR, true, USUAL),
            new MachineCommand("logoff", Role.OPERATOR, true, LONG),
            new MachineCommand("disconnect", Role.OPERATOR, true, LONG),
            new MachineCommand("kill", Role.OPERATOR, true, USUAL),
            new MachineCommand("wake-neighbour", Role.OPERATOR, true, USUAL),
            new MachineCommand("restart", Role.ADMIN, true, USUAL),
            new MachineCommand("shutdown", Role.ADMIN, true, USUAL),
            new MachineCommand("cancel", Role.ADMIN, true, USUAL),
            new MachineCommand("run", Role.ADMIN, true, PROGRAM),
            new MachineCommand("settings", Role.ADMIN, false, USUAL),
            new MachineCommand("log", Role.ADMIN, false, USUAL),
            new MachineCommand("loglevel", Role.ADMIN, true, USUAL));

    public static Optional<MachineCommand> find(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** The known one, or a newer agent's, which only an administrator may try. */
    public static MachineCommand of(String name, boolean changes) {
        return find(name).orElse(new MachineCommand(name, Role.ADMIN, changes, LONG));
    }
}
