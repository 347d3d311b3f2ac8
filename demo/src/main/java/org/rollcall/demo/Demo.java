package org.rollcall.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.ConfigFile;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.demo.simulated.SimulatedPark;
import org.rollcall.demo.view.CentralEar;
import org.rollcall.demo.view.LiveView;
import org.rollcall.loopback.LoopbackServer;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.link.SmackLink;
import org.rollcall.xmpp.text.MachineName;
import org.rollcall.xmpp.text.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running demo. */
final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** Then the board is shown with whoever is there; a large park is given more time. */
    private static final Duration BOARD_WITHIN = Duration.ofSeconds(4);

    private static final Duration BOARD_WITHIN_FOR_EACH = Duration.ofMillis(50);
    /** The larger the park, the more happens; but never more than can be read. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1500);

    private final Terminal terminal;
    private final DemoFolder folder;
    private final DemoAccounts accounts = new DemoAccounts();
    private final List<AutoCloseable> running = new ArrayList<>();
    private boolean closed;

    private Demo(Terminal terminal) throws IOException {
        this.terminal = terminal;
        this.folder = new DemoFolder(ConfigFile.ofDemo(terminal));
        running.add(folder);
    }

    /** Returns when the board has been shown. */
    static Demo start(Terminal terminal, int pcs, long seed, int port) throws IOException, InterruptedException {
        Demo demo = new Demo(terminal);
        try {
            demo.start(Seat.seats(pcs), seed, port);
            return demo;
        } catch (IOException | InterruptedException | RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private void start(List<Seat> seats, long seed, int port) throws IOException, InterruptedException {
        RecentLog log = AgentLog.start(folder.log());
        String here = MachineName.localpart(MachineName.ofThisComputer());
        List<String> machines = new ArrayList<>(List.of(here));
        seats.forEach(seat -> machines.add(MachineName.localpart(seat.machine())));
        LoopbackServer server = accounts.serverWith(machines).port(port).start();
        running.add(server);
        accounts.on(server);
        folder.writeSettings(accounts.cliToml());

        LiveView view = new LiveView(terminal, seats);
        Messages texts = Messages.beside(Demo.class, terminal.locale());
        CountDownLatch everybody = new CountDownLatch(1);
        view.whenHeardFrom(machines.size(), everybody::countDown);
        CentralEar ear =
                new CentralEar(accounts.xmpp(DemoAccounts.CENTRAL, "central").toLink(0), view);
        running.add(ear);
        ear.start();
        SimulatedPark park =
                new SimulatedPark(seats, seed, (seat, host) -> agent(seat, host, log), view, terminal.clock());
        running.add(park);
        park.start();
        startThisComputer(here, log);
        running.add(() -> view.end(texts.text("stopping")));

        Duration patience = BOARD_WITHIN.plus(BOARD_WITHIN_FOR_EACH.multipliedBy(seats.size()));
        if (!everybody.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.info("The board is shown although some machines are not there yet");
        }
        String inUse = view.machineInUse();
        park.keepSomebodyAt(inUse);
        view.begin(introduction(server, seats, here, inUse));
        park.live(pause(seats.size()));
    }

    private AgentService agent(Seat seat, Host host, RecentLog log) throws DataFolderException {
        String user = MachineName.localpart(seat.machine());
        InetAddress address = address(seat.ip());
        return new AgentService(
                accounts.agent(user, folder.dataOf(user), Role.ADMIN),
                host,
                log,
                link -> new SeatLink(new SmackLink(link), address),
                terminal.clock(),
                System::nanoTime);
    }

    /** The real agent of the real machine; it only answers questions here: a demo must not be able to shut it down. */
    private void startThisComputer(String user, RecentLog log) throws IOException {
        try {
            Path data = folder.dataOf("this-computer");
            AgentService agent = new AgentService(accounts.agent(user, data, Role.VIEWER), Hosts.forThisSystem(), log);
            running.add(agent);
            agent.start();
        } catch (DataFolderException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private String introduction(LoopbackServer server, List<Seat> seats, String here, String pc) {
        Messages texts = Messages.beside(Demo.class, terminal.locale());
        Path settings = ConfigFile.ofDemo(terminal);
        String config = ConfigFile.byDefault(terminal).equals(settings) ? "" : " --config " + settings;
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        String program = windows ? "rollcall" : "./rollcall";
        StringBuilder text = new StringBuilder();
        text.append(texts.text(
                        "here", server.host(), Integer.toString(server.port()), Integer.toString(seats.size()), here))
                .append("\n\n")
                .append(texts.text("try"))
                .append('\n');
        for (String arguments : List.of(
                "sessions" + config + " all",
                "processes" + config + " " + here + " sort=memory",
                "host" + config + " " + pc,
                "message" + config + " " + pc + " --yes \"text=" + texts.text("try.message") + "\"",
                "help" + config + " " + pc,
                "restart" + config + " " + pc + " --yes delay=5s")) {
            text.append("  ").append(program).append(' ').append(arguments).append('\n');
        }
        return text.append('\n').append(texts.text("hears")).toString();
    }

    private static Duration pause(int machines) {
        Duration pause = Duration.ofSeconds(48).dividedBy(machines);
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            return LONGEST_PAUSE;
        }
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }

    private static InetAddress address(String ip) {
        try {
            return InetAddress.getByName(ip);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends everything, the latest first; idempotent, and safe on two threads. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (int i = running.size() - 1; i >= 0; i--) {
            try {
                running.get(i).close();
            } catch (UncheckedIOException e) {
                terminal.err().println(e.getMessage());
            } catch (Exception e) {
                LOG.warn("A part of the demo did not stop cleanly", e);
            }
        }
    }
}
