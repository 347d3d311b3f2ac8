package org.rollcall.agent.procrun;

import java.nio.file.Files;
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
import org.rollcall.agent.service.WaitingService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.xmpp.Version;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.TomlSource;
import org.rollcall.xmpp.text.MachineName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's one run, from start to stop: it never fails to start, and it is stopped in time. */
final class ServiceProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);
    /** Windows gives services some five seconds at shutdown. */
    private static final long STOP_MILLIS = 2800;

    private final ServiceFolder folder;
    private final ServicePlatform platform;
    private final CountDownLatch toStop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private RecentLog log;

    ServiceProcess(ServiceFolder folder, ServicePlatform platform) {
        this.folder = folder;
        this.platform = platform;
    }

    /** Returns when it has been stopped. */
    void run() {
        log = AgentLog.start(folder.log());
        LOG.info(
                "Rollcall agent {} starts as a service, process {}",
                Version.text(),
                ProcessHandle.current().pid());
        WaitingService waiting = new WaitingService(this::settings, this::agent, WaitingService.LOOK_EVERY);
        waiting.start();
        try {
            toStop.await();
        } catch (InterruptedException e) {
            LOG.debug("The wait for the stop was interrupted", e);
        }
        waiting.close();
        stopped.countDown();
    }

    /** From any thread, again and again; returns once all is said and written, or after 3 s. */
    void stop() {
        toStop.countDown();
        platform.leaveConsole();
        try {
            if (!stopped.await(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("The agent did not stop in time; the process ends all the same");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AgentSettings settings(Problems problems) {
        return new AgentSettingsReader(MachineName.ofThisComputer(), System.getenv()).read(sources(), problems);
    }

    /** Weakest first. */
    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        if (Files.exists(folder.settings())) {
            sources.add(new TomlSource(folder.settings()));
        }
        sources.addAll(platform.registry());
        sources.add(new EnvironmentSource(System.getenv()));
        return sources;
    }

    private AutoCloseable agent(AgentSettings settings) throws DataFolderException {
        Host host = Hosts.forThisSystem();
        AgentService agent;
        try {
            agent = new AgentService(settings, host, log);
        } catch (DataFolderException | RuntimeException | Error e) {
            host.close();
            throw e;
        }
        agent.start();
        return agent;
    }
}
