package org.rollcall.cli.verb;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.cli.CliException;
import org.rollcall.cli.ExitCode;
import org.rollcall.cli.Terminal;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.text.MachineName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollcall agent --config FILE}: the service in the foreground; its log goes to standard error. */
@Command(name = "agent")
public final class AgentVerb implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--config", required = true, paramLabel = "FILE", descriptionKey = "option.agent-config")
    private Path config;

    @Mixin
    private SetOption set;

    public AgentVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Problems problems = new Problems(terminal.locale());
        AgentSettings settings = new AgentSettingsReader(MachineName.ofThisComputer(), terminal.environment())
                .read(set.sources(config, terminal), problems);
        SettingsOptions.tell(problems, terminal);
        RecentLog log = AgentLog.start(null);
        AgentService agent = service(settings, log);
        CountDownLatch stopped = new CountDownLatch(1);
        // Ctrl-C and SIGTERM end the process by way of its shutdown hooks, and only so.
        Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "rollcall-stop"));
        agent.start();
        stopped.await();
        return 0;
    }

    private static AgentService service(AgentSettings settings, RecentLog log) {
        try {
            return new AgentService(settings, Hosts.forThisSystem(), log);
        } catch (DataFolderException | IllegalArgumentException e) {
            throw new CliException(ExitCode.BAD_USE, e.getMessage());
        }
    }
}
