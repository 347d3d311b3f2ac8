package org.rollcall.agent.host.windows.bindings;

/** Offsets. <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wts_session_infow">WTS_SESSION_INFOW</a> */
public final class WTS_SESSION_INFOW {
    public static final int SessionId = 0;
    public static final int pWinStationName = 8;
    public static final int State = 16;
    public static final int SIZE = 24;

    private WTS_SESSION_INFOW() {}
}
