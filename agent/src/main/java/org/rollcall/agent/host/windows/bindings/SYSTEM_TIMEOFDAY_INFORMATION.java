package org.rollcall.agent.host.windows.bindings;

/** Offsets. <a href="https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation">SYSTEM_TIMEOFDAY_INFORMATION</a> */
public final class SYSTEM_TIMEOFDAY_INFORMATION {
    public static final int BootTime = 0;
    public static final int SIZE = 48;

    private SYSTEM_TIMEOFDAY_INFORMATION() {}
}
