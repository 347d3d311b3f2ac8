package org.rollcall.demo;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.central.service.CentralService;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.ConfigFile;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.text.Messages;

/** What somebody who has started the demo is told: what to open, how to sign in, what to try. */
final class Introduction {
    private final Terminal terminal;
    private final LoopbackServer server;
    private final DemoAccounts accounts;
    private final CentralService central;

    Introduction(Terminal terminal, LoopbackServer server, DemoAccounts accounts, CentralService central) {
        this.terminal = terminal;
        this.server = server;
        this.accounts = accounts;
        this.central = central;
    }

    /** @param pc a simulated machine where somebody is logged on */
    String text(List<Seat> seats, String here, String pc) {
        Messages texts = Messages.beside(Demo.class, terminal.locale());
        Path settings = ConfigFile.ofDemo(terminal);
        String config = ConfigFile.byDefault(terminal).equals(settings) ? "" : " --config " + settings;
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String program = windows ? "rollcall" : "./rollcall";
        String room = seats.get(0).room();
        StringBuilder text = new StringBuilder();
        text.append(texts.text(
                        "here", Integer.toString(seats.size()), here, server.host(), Integer.toString(server.port())))
                .append("\n\n")
                .append(texts.text(
                        "open",
                        "http://127.0.0.1:" + central.webPort(),
                        DemoAccounts.jid(DemoAccounts.ADMIN),
                        DemoAccounts.jid(DemoAccounts.TEACHER),
                        room,
                        accounts.typedPassword()))
                .append("\n\n")
                .append(texts.text("try"))
                .append('\n');
        for (String arguments : List.of(
                "who" + config + " " + room,
                "where" + config + " marchais",
                "sessions" + config + " all",
                "processes" + config + " " + here + " sort=memory",
                "host" + config + " " + pc,
                "message" + config + " " + pc + " --yes \"text=" + texts.text("try.message") + "\"",
                "help" + config + " " + pc,
                "restart" + config + " " + pc + " --yes delay=5s")) {
            text.append("  ").append(program).append(' ').append(arguments).append('\n');
        }
        return text.append('\n').append(texts.text("happens")).toString();
    }
}
