package org.rollcall.agent.host.windows.bindings;

/**
 * Offsets on 64-bit Windows. <a
 * href="https://learn.microsoft.com/windows/win32/api/powrprof/ns-powrprof-device_notify_subscribe_parameters">DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS</a>
 */
public final class DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS {
    public static final int Callback = 0;
    public static final int Context = 8;
    public static final int SIZE = 16;

    private DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS() {}
}
