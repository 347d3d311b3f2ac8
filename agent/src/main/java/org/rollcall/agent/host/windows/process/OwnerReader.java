package org.rollcall.agent.host.windows.process;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import org.rollcall.agent.host.windows.TokenUser;

/** Reads a process's owner from its token. */
public final class OwnerReader {
    private OwnerReader() {}

    /** The owner's SID; null when the process is gone or Windows does not tell. */
    public static String sid(long pid) {
        HANDLE process = Kernel32.INSTANCE.OpenProcess(WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, (int) pid);
        if (process == null) {
            return null;
        }
        try {
            HANDLEByReference token = new HANDLEByReference();
            if (!Advapi32.INSTANCE.OpenProcessToken(process, WinNT.TOKEN_QUERY, token)) {
                return null;
            }
            try {
                return TokenUser.sid(token.getValue());
            } finally {
                Kernel32.INSTANCE.CloseHandle(token.getValue());
            }
        } finally {
            Kernel32.INSTANCE.CloseHandle(process);
        }
    }
}
