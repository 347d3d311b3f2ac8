package org.rollcall.agent.host.windows.action;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.windows.bindings.Kernel32Ex;

/** The real handles. */
public final class Win32ProcessHandles implements ProcessHandles {
    private static final int EXIT_CODE = 1;

    @Override
    public Opened open(long pid) throws ActionFailedException {
        HANDLE handle = Kernel32.INSTANCE.OpenProcess(
                WinNT.PROCESS_TERMINATE | WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, (int) pid);
        if (handle == null) {
            throw WindowsError.failure("process " + pid, Native.getLastError());
        }
        return new Handle(pid, handle);
    }

    private record Handle(long pid, HANDLE handle) implements Opened {

        @Override
        public boolean isCritical() throws ActionFailedException {
            IntByReference critical = new IntByReference();
            try {
                if (Kernel32Ex.INSTANCE.IsProcessCritical(handle, critical)) {
                    return critical.getValue() != 0;
                }
            } catch (UnsatisfiedLinkError e) {
                // Every supported Windows has it (8.1 and later); Wine 8 knows no critical processes at all.
                return false;
            }
            throw WindowsError.failure("process " + pid, Native.getLastError());
        }

        @Override
        public void terminate() throws ActionFailedException {
            if (!Kernel32.INSTANCE.TerminateProcess(handle, EXIT_CODE)) {
                throw WindowsError.failure("process " + pid, Native.getLastError());
            }
        }

        @Override
        public void close() {
            Kernel32.INSTANCE.CloseHandle(handle);
        }
    }
}
