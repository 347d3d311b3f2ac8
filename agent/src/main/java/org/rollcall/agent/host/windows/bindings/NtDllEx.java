package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** ntdll.dll. */
public interface NtDllEx extends StdCallLibrary {
    NtDllEx INSTANCE = Native.load("ntdll", NtDllEx.class, W32APIOptions.UNICODE_OPTIONS);

    int STATUS_INFO_LENGTH_MISMATCH = 0xC0000004;

    /** SYSTEM_INFORMATION_CLASS */
    int SystemTimeOfDayInformation = 3;

    int SystemProcessInformation = 5;

    /** <a href="https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation">NtQuerySystemInformation</a> */
    int NtQuerySystemInformation(
            int SystemInformationClass,
            Pointer SystemInformation,
            int SystemInformationLength,
            IntByReference ReturnLength);
}
