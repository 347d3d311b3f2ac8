package org.rollcall.agent.host.windows.bindings;

/** Offsets. <a href="https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemfirmwaretable">RawSMBIOSData</a> */
public final class RawSMBIOSData {
    public static final int Length = 4;
    public static final int SMBIOSTableData = 8;

    private RawSMBIOSData() {}
}
