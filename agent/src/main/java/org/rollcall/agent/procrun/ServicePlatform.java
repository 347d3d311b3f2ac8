package org.rollcall.agent.procrun;

import java.util.List;
import org.rollcall.agent.host.FolderRights;
import org.rollcall.agent.host.Hosts;
import org.rollcall.agent.host.windows.service.FailureActions;
import org.rollcall.agent.host.windows.service.Win32ServiceControl;
import org.rollcall.agent.host.windows.service.WindowsEventLog;
import org.rollcall.agent.host.windows.service.WindowsFolderRights;
import org.rollcall.agent.host.windows.service.WindowsService;
import org.rollcall.agent.log.EventSink;
import org.rollcall.agent.settings.windows.WindowsSources;
import org.rollcall.xmpp.settings.Source;

/** What the service asks of the system that it runs on; by default of none. */
interface ServicePlatform {
    /** As the installer registers it, with the service manager and with the event log. */
    String SERVICE = "Rollcall";

    static ServicePlatform ofThisSystem() {
        return Hosts.isWindows() ? new OnWindows() : new ServicePlatform() {};
    }

    /** Settings between the file and the environment, weakest first; asked for anew at each look. */
    default List<Source> registry() {
        return List.of();
    }

    /** Null: there is none. */
    default EventSink eventLog() {
        return null;
    }

    /** Null: folders are made as the system makes them. */
    default FolderRights folderRights() {
        return null;
    }

    /** Has the system start the service anew after a fault. */
    default void setFailureActions() {}

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
        public EventSink eventLog() {
            return new WindowsEventLog(SERVICE);
        }

        @Override
        public FolderRights folderRights() {
            return new WindowsFolderRights();
        }

        @Override
        public void setFailureActions() {
            new FailureActions(new Win32ServiceControl()).set(SERVICE);
        }

        @Override
        public void leaveConsole() {
            WindowsService.leaveConsole();
        }
    }
}
