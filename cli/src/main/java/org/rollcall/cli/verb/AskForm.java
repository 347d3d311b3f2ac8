package org.rollcall.cli.verb;

import java.time.Duration;
import java.util.List;

/**
 * A command of machines that the CLI knows: each is a sub-command of its own.
 *
 * @param order whether it changes the machine
 * @param timeout how long to wait for each machine: longer than the machine itself takes at most
 */
record AskForm(String command, boolean order, Duration timeout) {
    private static final Duration USUAL = Duration.ofSeconds(12);
    private static final Duration LONG = Duration.ofSeconds(35);
    // A program that run starts may take as long as the machine's settings let it: up to an hour.
    private static final Duration PROGRAM = Duration.ofMinutes(10);

    static final List<AskForm> ALL = List.of(
            new AskForm("sessions", false, USUAL),
            new AskForm("processes", false, USUAL),
            new AskForm("host", false, LONG),
            new AskForm("events", false, USUAL),
            new AskForm("help", false, USUAL),
            new AskForm("message", true, USUAL),
            new AskForm("logoff", true, LONG),
            new AskForm("disconnect", true, LONG),
            new AskForm("kill", true, USUAL),
            new AskForm("restart", true, USUAL),
            new AskForm("shutdown", true, USUAL),
            new AskForm("cancel", true, USUAL),
            new AskForm("run", true, PROGRAM),
            new AskForm("settings", false, USUAL),
            new AskForm("log", false, USUAL),
            new AskForm("loglevel", true, USUAL));

    /** The known one, or a question of a newer agent's. */
    static AskForm of(String command, boolean order) {
        return ALL.stream()
                .filter(form -> form.command().equals(command))
                .findFirst()
                .orElse(new AskForm(command, order, LONG));
    }
}
