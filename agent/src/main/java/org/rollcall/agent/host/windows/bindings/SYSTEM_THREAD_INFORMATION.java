package org.rollcall.agent.host.windows.bindings;

/**
 * Offsets on 64-bit Windows. <a
 * href="https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation">SYSTEM_THREAD_INFORMATION</a>
 */
public final class SYSTEM_THREAD_INFORMATION {
    /** KTHREAD_STATE of a thread that waits. */
    public static final int Waiting = 5;
    /** <a href="https://learn.microsoft.com/windows/win32/cimwin32prov/win32-thread">KWAIT_REASON</a> of a suspended one. */
    public static final int Suspended = 5;

    public static final int ThreadState = 68;
    public static final int WaitReason = 72;
    public static final int SIZE = 80;

    private SYSTEM_THREAD_INFORMATION() {}
}
