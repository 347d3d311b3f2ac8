package org.rollcall.agent.host.windows.bindings;

/** Offsets on 64-bit Windows. <a href="https://learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-user_info_10">USER_INFO_10</a> */
public final class USER_INFO_10 {
    public static final int usri10_full_name = 24;
    public static final int SIZE = 32;

    private USER_INFO_10() {}
}
