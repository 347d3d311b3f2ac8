package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** kernel32.dll. */
public interface Kernel32Ex extends StdCallLibrary {
    Kernel32Ex INSTANCE = Native.load("kernel32", Kernel32Ex.class, W32APIOptions.UNICODE_OPTIONS);

    /** 'RSMB': the raw SMBIOS table provider. */
    int RSMB = 0x52534D42;

    /** <a href="https://learn.microsoft.com/windows/win32/api/sysinfoapi/ne-sysinfoapi-computer_name_format">COMPUTER_NAME_FORMAT</a> */
    int ComputerNameDnsHostname = 1;

    /** <a href="https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemfirmwaretable">GetSystemFirmwareTable</a> */
    int GetSystemFirmwareTable(
            int FirmwareTableProviderSignature, int FirmwareTableID, Pointer pFirmwareTableBuffer, int BufferSize);

    /** Windows 8.1 and later. <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-isprocesscritical">IsProcessCritical</a> */
    boolean IsProcessCritical(HANDLE hProcess, IntByReference Critical);
}
