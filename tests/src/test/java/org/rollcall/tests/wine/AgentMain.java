package org.rollcall.tests.wine;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rollcall.agent.host.Host;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/** The agent on the Windows runtime: runs with a settings file until its standard input ends. */
public final class AgentMain {
    private AgentMain() {}

    public static void main(String[] arguments) throws Exception {
        RecentLog log = AgentLog.start(null);
        Host host = Hosts.forThisSystem();
        Problems problems = new Problems(Locale.ENGLISH);
        AgentSettings settings = new AgentSettingsReader(host.name(), System.getenv())
                .read(List.of(new TomlSource(Path.of(arguments[0]))), problems);
        if (problems.fatal()) {
            throw new IllegalArgumentException(problems.toString());
        }
        try (AgentService service = new AgentService(settings, host, log)) {
            service.start();
            while (System.in.read() >= 0) {
                // Whatever comes is not for the agent.
            }
        }
    }
}
