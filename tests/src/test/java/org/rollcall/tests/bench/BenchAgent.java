package org.rollcall.tests.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.log.AgentLog;
import org.rollcall.agent.service.AgentService;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.agent.settings.AgentSettingsReader;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/** The agent as a service starts it: without the command line's parser and its messages. */
public final class BenchAgent {
    private BenchAgent() {}

    /** @param arguments the settings file */
    public static void main(String[] arguments) throws Exception {
        Problems problems = new Problems(Locale.ENGLISH);
        AgentSettings settings = new AgentSettingsReader("bench", Map.of())
                .read(List.of(new TomlSource(Path.of(arguments[0]))), problems);
        AgentService agent = new AgentService(settings, Hosts.forThisSystem(), AgentLog.start(null));
        Runtime.getRuntime().addShutdownHook(new Thread(agent::close, "rollcall-stop"));
        agent.start();
        Thread.currentThread().join();
    }
}
