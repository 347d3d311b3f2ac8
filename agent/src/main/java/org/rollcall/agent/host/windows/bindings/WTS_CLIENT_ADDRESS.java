package org.rollcall.agent.host.windows.bindings;

/**
 * Offsets. The address proper starts two bytes into Address. <a
 * href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wts_client_address">WTS_CLIENT_ADDRESS</a>
 */
public final class WTS_CLIENT_ADDRESS {
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 23;

    public static final int AddressFamily = 0;
    public static final int Address = 4;
    public static final int SIZE = 24;

    private WTS_CLIENT_ADDRESS() {}
}
