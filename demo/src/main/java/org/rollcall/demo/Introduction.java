package org.rollcall.demo;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.rollcall.central.service.CentralService;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.ConfigFile;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.text.MachineName;
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

    /**
     * @param pc a simulated machine where somebody is logged on
     * @param newcomer a new one that waits for a yes
     */
    String text(List<Seat> seats, String here, String pc, String newcomer) {
        Messages texts = Messages.beside(Demo.class, terminal.locale());
        Path settings = ConfigFile.ofDemo(terminal);
        String config = ConfigFile.byDefault(terminal).equals(settings) ? "" : " --config " + settings;
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String program = windows ? "rollcall" : "./rollcall";
        String room = seats.get(0).room();
        String web = "http://127.0.0.1:" + central.webPort();
        StringBuilder text = new StringBuilder();
        text.append(texts.text(
                        "here", Integer.toString(seats.size()), here, server.host(), Integer.toString(server.port())))
                .append("\n\n")
                .append(texts.text(
                        "open",
                        web,
                        DemoAccounts.jid(DemoAccounts.ADMIN),
                        DemoAccounts.jid(DemoAccounts.TEACHER),
                        room,
                        accounts.typedPassword()))
                .append("\n\n")
                .append(texts.text("new", newcomer, web + "/waiting"))
                .append("\n\n")
                .append(texts.text("try"))
                .append('\n');
        for (String arguments : List.of(
                "who" + config + " " + room,
                "where" + config + " marchais",
                "history" + config + " " + room + " \"at=" + lessonBefore() + "\"",
                "processes" + config + " " + here + " sort=memory",
                "message" + config + " " + pc + " --yes \"text=" + texts.text("try.message") + "\"",
                "restart" + config + " " + pc + " --yes delay=5s",
                "approve" + config + " " + MachineName.localpart(newcomer) + " --yes",
                "status" + config)) {
            text.append("  ").append(program).append(' ').append(arguments).append('\n');
        }
        return text.append('\n').append(texts.text("happens")).toString();
    }

    /** In the middle of the morning of the latest day before today on which there were lessons. */
    private String lessonBefore() {
        LocalDate day = LocalDate.now(terminal.clock()).minusDays(1);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.minusDays(1);
        }
        return day + " 10:30";
    }
}
