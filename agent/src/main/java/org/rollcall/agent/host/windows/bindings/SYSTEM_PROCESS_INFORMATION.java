package org.rollcall.agent.host.windows.bindings;

/**
 * Offsets on 64-bit Windows; threads follow at SIZE. <a
 * href="https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation">SYSTEM_PROCESS_INFORMATION</a>
 */
public final class SYSTEM_PROCESS_INFORMATION {
    public static final int NextEntryOffset = 0;
    public static final int NumberOfThreads = 4;
    public static final int CreateTime = 32;
    public static final int UserTime = 40;
    public static final int KernelTime = 48;
    public static final int ImageName = 56;
    public static final int UniqueProcessId = 80;
    public static final int InheritedFromUniqueProcessId = 88;
    public static final int SessionId = 100;
    /** In VM_COUNTERS. */
    public static final int WorkingSetSize = 144;

    public static final int SIZE = 256;

    private SYSTEM_PROCESS_INFORMATION() {}
}
