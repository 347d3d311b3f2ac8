package org.rollcall.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.central.board.BoardView;
import org.rollcall.central.board.MachineNow;
import org.rollcall.central.service.CentralService;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.ConfigFile;
import org.rollcall.demo.simulated.PastLife;
import org.rollcall.demo.simulated.Seat;
import org.rollcall.demo.simulated.SimulatedPark;
import org.rollcall.demo.view.BoardEar;
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
    /** Then it begins with whoever is there; a large park is given more time. */
    private static final Duration THERE_WITHIN = Duration.ofSeconds(4);

    private static final Duration THERE_WITHIN_FOR_EACH = Duration.ofMillis(50);

    private static final int MOST_DAYS = 14;
    private static final int FEWEST_DAYS = 2;
    private static final int MACHINE_DAYS = 840;
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

    /**
     * Returns when the introduction has been shown.
     *
     * @param webPort 0: 8080, or any free one when that is taken
     */
    static Demo start(Terminal terminal, int pcs, long seed, int port, int webPort)
            throws IOException, InterruptedException {
        Demo demo = new Demo(terminal);
        try {
            demo.start(Seat.seats(pcs), seed, port, webPort);
            return demo;
        } catch (IOException | InterruptedException | RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private void start(List<Seat> seats, long seed, int port, int webPort) throws IOException, InterruptedException {
        RecentLog log = AgentLog.start(folder.log());
        String here = MachineName.localpart(MachineName.ofThisComputer());
        List<String> machines = new ArrayList<>(List.of(here));
        seats.forEach(seat -> machines.add(MachineName.localpart(seat.machine())));
        LoopbackServer server = accounts.serverWith(machines).port(port).start();
        running.add(server);
        accounts.on(server);
        folder.writeSettings(accounts.cliToml());

        CentralService central =
                DemoCentral.make(accounts, folder.dataOf("central"), seats, here, webPort, terminal.clock());
        running.add(central);
        PastLife past = new PastLife(seats, seed, terminal.clock().getZone());
        new DemoPast(central.stores(), past, terminal.clock()).tell(seats, days(seats.size()));
        LiveView view = new LiveView(terminal);
        BoardEar ear = new BoardEar(view);
        running.add(ear);
        central.board().listen(ear);
        central.start();
        SimulatedPark park =
                new SimulatedPark(seats, seed, (seat, host) -> agent(seat, host, log), view, terminal.clock());
        running.add(park);
        park.start();
        startThisComputer(here, log);
        running.add(
                () -> view.end(Messages.beside(Demo.class, terminal.locale()).text("stopping")));

        Duration patience = THERE_WITHIN.plus(THERE_WITHIN_FOR_EACH.multipliedBy(seats.size()));
        if (!Everybody.isThere(central.board(), machines.size(), patience)) {
            LOG.info("The demo begins although some machines are not there yet");
        }
        String inUse = inUse(central.board());
        park.keepSomebodyAt(inUse);
        Newcomer newcomer = new Newcomer(
                Seat.newcomer(seats.get(0).room()),
                seed,
                (seat, host) -> newcomer(seat, host, log),
                view,
                terminal.clock());
        running.add(newcomer);
        newcomer.start(central);
        Introduction introduction = new Introduction(terminal, server, accounts, central);
        view.begin(introduction.text(seats, here, inUse, newcomer.machine()));
        park.live(pause(seats.size()));
    }

    /** A simulated machine to try things on: somebody is logged on there. */
    private static String inUse(BoardView board) {
        List<MachineNow> simulated =
                board.machines().stream().filter(MachineNow::simulated).toList();
        return simulated.stream()
                .filter(machine -> machine.active() != null)
                .findFirst()
                .orElse(simulated.get(0))
                .name();
    }

    /** The larger the park, the fewer the days, so that the demo starts soon. */
    private static int days(int seats) {
        return Math.max(FEWEST_DAYS, Math.min(MOST_DAYS, MACHINE_DAYS / seats));
    }

    private AgentService agent(Seat seat, Host host, RecentLog log) throws DataFolderException {
        String user = MachineName.localpart(seat.machine());
        return simulated(accounts.agent(user, folder.dataOf(user), Role.ADMIN), seat, host, log);
    }

    private AgentService newcomer(Seat seat, Host host, RecentLog log) throws DataFolderException {
        String user = MachineName.localpart(seat.machine());
        return simulated(accounts.newcomer(user, folder.dataOf(user)), seat, host, log);
    }

    private AgentService simulated(AgentSettings settings, Seat seat, Host host, RecentLog log)
            throws DataFolderException {
        InetAddress address = address(seat.ip());
        return new AgentService(
                settings,
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
