package org.rollcall.agent.procrun;

import java.util.List;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.host.windows.service.WindowsService;
import org.rollcall.agent.settings.windows.WindowsSources;
import org.rollcall.xmpp.settings.Source;

/** What the service asks of the system that it runs on. */
interface ServicePlatform {

    static ServicePlatform ofThisSystem() {
        return Hosts.isWindows() ? new OnWindows() : new ServicePlatform() {};
    }

    /** Settings between the file and the environment, weakest first; read anew at each look. */
    default List<Source> registry() {
        return List.of();
    }

    /** Before the process ends: see {@link WindowsService#leaveConsole}. */
    default void leaveConsole() {}

    /** Windows. */
    final class OnWindows implements ServicePlatform {
        private final WindowsSources sources = WindowsSources.ofService(System.getenv());

        @Override
        public List<Source> registry() {
            return sources.registry();
        }

        @Override
        public void leaveConsole() {
            WindowsService.leaveConsole();
        }
    }
}
