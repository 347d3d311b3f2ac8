package org.rollcall.agent.host.windows.bindings;

/**
 * Offsets of <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wtsinfoexw">WTSINFOEXW</a>
 * with its one level, <a
 * href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wtsinfoex_level1_w">WTSINFOEX_LEVEL1_W</a>.
 * Its UserName holds 20 characters only: WTSUserName has the whole name.
 */
public final class WTSINFOEXW {
    public static final int Level = 0;
    public static final int SessionId = 8;
    public static final int SessionState = 12;
    public static final int SessionFlags = 16;
    public static final int LogonTime = 168;
    public static final int LastInputTime = 192;
    public static final int CurrentTime = 200;
    public static final int SIZE = 232;

    private WTSINFOEXW() {}
}
