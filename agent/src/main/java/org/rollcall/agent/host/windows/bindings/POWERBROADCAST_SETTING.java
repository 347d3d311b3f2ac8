package org.rollcall.agent.host.windows.bindings;

/** Offsets. <a href="https://learn.microsoft.com/windows/win32/api/winuser/ns-winuser-powerbroadcast_setting">POWERBROADCAST_SETTING</a> */
public final class POWERBROADCAST_SETTING {
    public static final int PowerSetting = 0;
    public static final int DataLength = 16;
    public static final int Data = 20;

    private POWERBROADCAST_SETTING() {}
}
