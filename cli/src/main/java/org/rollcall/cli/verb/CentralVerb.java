package org.rollcall.cli.verb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.central.service.CentralService;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.central.store.StoreException;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollcall central --config FILE}: the service in the foreground; its log goes to standard error. */
@Command(name = "central")
public final class CentralVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--config", required = true, paramLabel = "FILE", descriptionKey = "option.central-config")
    private Path config;

    @Mixin
    private SetOption set;

    public CentralVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Problems problems = new Problems(terminal.locale());
        CentralSettings settings = new CentralSettingsReader(StateFolder.of(terminal.environment()))
                .read(set.sources(config, terminal), problems);
        SettingsOptions.tell(problems, terminal);
        AgentLog.start(null);
        CentralService central = service(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        // Ctrl-C and SIGTERM end the process by way of its shutdown hooks, and only so.
        Runtime.getRuntime().addShutdownHook(new Thread(central::close, "rollcall-stop"));
        start(central);
        stopped.await();
        return 0;
    }

    private static CentralService service(CentralSettings settings) {
        try {
            return new CentralService(settings);
        } catch (StoreException | IOException | IllegalArgumentException e) {
            throw new CliException(ExitCode.BAD_USE, e.getMessage());
        }
    }

    private static void start(CentralService central) {
        try {
            central.start();
        } catch (IOException e) {
            throw new CliException(ExitCode.BAD_USE, e.getMessage());
        }
    }
}
