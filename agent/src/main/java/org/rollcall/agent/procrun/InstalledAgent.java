package org.rollcall.agent.procrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.agent.host.FolderRights;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.journal.DataFolderException;
import org.rollcall.agent.log.EventId;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.service.RunningAgent;
import org.rollcall.agent.service.WaitingService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.xmpp.settings.EnvironmentSource;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.Source;
import org.rollcall.xmpp.settings.TomlSource;
import org.rollcall.xmpp.text.MachineName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent as it is installed: its settings from where an installation has them, and its data folder guarded. */
final class InstalledAgent {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledAgent.class);

    private final ServiceFolder folder;
    private final ServicePlatform platform;

    InstalledAgent(ServiceFolder folder, ServicePlatform platform) {
        this.folder = folder;
        this.platform = platform;
    }

    /** Returns at once; it begins to work when its settings do. */
    AutoCloseable start(RecentLog log) {
        WaitingService waiting =
                new WaitingService(this::settings, settings -> agent(settings, log), Hosts.settingsChanges());
        waiting.start();
        return waiting;
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

    private RunningAgent agent(AgentSettings settings, RecentLog log) throws DataFolderException {
        guard(settings.dataDir());
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

    /** A data folder elsewhere is guarded like the service's own, if it is the agent's: not a whole disk. */
    private void guard(Path data) throws DataFolderException {
        FolderRights rights = platform.folderRights();
        boolean others = Files.exists(data) && !Files.exists(data.resolve("identity"));
        if (rights == null || data.equals(folder.root()) || others) {
            return;
        }
        try {
            for (String repair : new SafeFolder(rights, Clock.systemUTC()).prepare(data)) {
                LOG.warn(EventId.DATA_FOLDER_REPAIRED.marker(), "{}", repair);
            }
        } catch (IOException e) {
            throw new DataFolderException(
                    "The data folder " + data + " cannot be made ready (" + e + "): see agent.data-dir", e);
        }
    }
}
