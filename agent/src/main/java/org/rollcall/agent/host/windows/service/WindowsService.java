package org.rollcall.agent.host.windows.service;

import com.sun.jna.platform.win32.Kernel32;

/** The process as Windows' service manager sees it. */
public final class WindowsService {
    private WindowsService() {}

    /**
     * procrun gives itself a console, whose conhost.exe is its child, and ends its children on stop: the process would
     * be gone before it has reported STOPPED (DAEMON-477, fixed in Commons Daemon 1.6.0).
     */
    public static void leaveConsole() {
        Kernel32.INSTANCE.FreeConsole();
    }
}
