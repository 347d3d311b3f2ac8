package org.rollcall.agent.host.windows.action;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;

/** Enables SeShutdownPrivilege in this process's token. */
public final class ShutdownPrivilege {
    private ShutdownPrivilege() {}

    public static void enable() throws ActionFailedException {
        WinNT.HANDLEByReference token = new WinNT.HANDLEByReference();
        if (!Advapi32.INSTANCE.OpenProcessToken(
                Kernel32.INSTANCE.GetCurrentProcess(), WinNT.TOKEN_ADJUST_PRIVILEGES | WinNT.TOKEN_QUERY, token)) {
            throw refused();
        }
        try {
            WinNT.TOKEN_PRIVILEGES privileges = new WinNT.TOKEN_PRIVILEGES(1);
            privileges.Privileges[0] = new WinNT.LUID_AND_ATTRIBUTES(luid(), new DWORD(WinNT.SE_PRIVILEGE_ENABLED));
            boolean done = Advapi32.INSTANCE.AdjustTokenPrivileges(token.getValue(), false, privileges, 0, null, null);
            // It answers true, with an error code, when the account does not have the privilege.
            if (!done || Native.getLastError() != WinError.ERROR_SUCCESS) {
                throw refused();
            }
        } finally {
            Kernel32.INSTANCE.CloseHandle(token.getValue());
        }
    }

    private static WinNT.LUID luid() throws ActionFailedException {
        WinNT.LUID luid = new WinNT.LUID();
        if (!Advapi32.INSTANCE.LookupPrivilegeValue(null, WinNT.SE_SHUTDOWN_NAME, luid)) {
            throw refused();
        }
        return luid;
    }

    private static ActionFailedException refused() {
        return new ActionFailedException(
                Reason.FAILED,
                "the agent's account may not shut this PC down (Windows error " + Native.getLastError()
                        + "); run it as a service");
    }
}
