package org.rollcall.agent.host.windows.service;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.ChangeServiceConfig2Info;
import com.sun.jna.platform.win32.Winsvc.SC_ACTION;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import java.time.Duration;
import java.util.List;

/**
 * The real service manager.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-changeserviceconfig2w">ChangeServiceConfig2W</a>
 */
public final class Win32ServiceControl implements ServiceControl {
    // Setting SC_ACTION_RESTART takes the right to start the service.
    private static final int RIGHTS = Winsvc.SERVICE_CHANGE_CONFIG | Winsvc.SERVICE_START;

    @Override
    public int restartAfter(String service, List<Duration> delays, Duration reset) {
        Winsvc.SERVICE_FAILURE_ACTIONS actions = new Winsvc.SERVICE_FAILURE_ACTIONS();
        actions.dwResetPeriod = (int) reset.toSeconds();
        actions.cActions = delays.size();
        actions.lpsaActions = new SC_ACTION.ByReference();
        SC_ACTION[] each = (SC_ACTION[]) actions.lpsaActions.toArray(delays.size());
        for (int i = 0; i < each.length; i++) {
            each[i].type = Winsvc.SC_ACTION_RESTART;
            each[i].delay = (int) delays.get(i).toMillis();
            each[i].write();
        }
        return change(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS, actions);
    }

    @Override
    public int actAlsoWithoutCrash(String service) {
        Winsvc.SERVICE_FAILURE_ACTIONS_FLAG flag = new Winsvc.SERVICE_FAILURE_ACTIONS_FLAG();
        flag.fFailureActionsOnNonCrashFailures = 1;
        return change(service, Winsvc.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, flag);
    }

    private static int change(String service, int level, ChangeServiceConfig2Info info) {
        SC_HANDLE manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT);
        if (manager == null) {
            return Native.getLastError();
        }
        try {
            SC_HANDLE handle = Advapi32.INSTANCE.OpenService(manager, service, RIGHTS);
            if (handle == null) {
                return Native.getLastError();
            }
            try {
                return Advapi32.INSTANCE.ChangeServiceConfig2(handle, level, info) ? 0 : Native.getLastError();
            } finally {
                Advapi32.INSTANCE.CloseServiceHandle(handle);
            }
        } finally {
            Advapi32.INSTANCE.CloseServiceHandle(manager);
        }
    }
}
