package org.rollcall.agent.host.windows.notify;

import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Guid;
import com.sun.jna.ptr.PointerByReference;
import org.rollcall.agent.host.HostListener;
import org.rollcall.agent.host.windows.bindings.DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS;
import org.rollcall.agent.host.windows.bindings.POWERBROADCAST_SETTING;
import org.rollcall.agent.host.windows.bindings.PowrProfEx;
import org.rollcall.agent.host.windows.bindings.PowrProfEx.DEVICE_NOTIFY_CALLBACK_ROUTINE;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Suspend and resume, and whether somebody is at the PC. Where Windows does not offer one, the other still works. */
public final class PowerNotifications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PowerNotifications.class);
    private static final String GUID_GLOBAL_USER_PRESENCE = "{786E8A1D-B427-4344-9207-09E70BDCBEA9}";

    private final PowrProfEx power;
    private final HostListener listener;
    private final UserPresence presence;
    // Kept here: Windows calls them, and may read the parameters, for as long as they are registered.
    private final DEVICE_NOTIFY_CALLBACK_ROUTINE onPower = (context, type, setting) -> guarded(() -> power(type));
    private final DEVICE_NOTIFY_CALLBACK_ROUTINE onPresence =
            (context, type, setting) -> guarded(() -> presence(type, setting));
    private final Memory powerParameters = parameters(onPower);
    private final Memory presenceParameters = parameters(onPresence);
    private Pointer powerHandle;
    private Pointer presenceHandle;

    public PowerNotifications(PowrProfEx power, HostListener listener, UserPresence presence) {
        this.power = power;
        this.listener = listener;
        this.presence = presence;
    }

    public void start() {
        powerHandle = registered(
                "suspend and resume",
                handle -> power.PowerRegisterSuspendResumeNotification(
                        PowrProfEx.DEVICE_NOTIFY_CALLBACK, powerParameters, handle));
        Memory guid = new Memory(16);
        guid.write(0, new Guid.GUID(GUID_GLOBAL_USER_PRESENCE).toByteArray(), 0, 16);
        presenceHandle = registered(
                "user presence",
                handle -> power.PowerSettingRegisterNotification(
                        guid, PowrProfEx.DEVICE_NOTIFY_CALLBACK, presenceParameters, handle));
    }

    /** What registered can be taken back: the functions come in pairs. */
    @Override
    public void close() {
        if (powerHandle != null) {
            power.PowerUnregisterSuspendResumeNotification(powerHandle);
        }
        if (presenceHandle != null) {
            power.PowerSettingUnregisterNotification(presenceHandle);
        }
    }

    private interface Registration {
        int register(PointerByReference handle);
    }

    private static Pointer registered(String what, Registration registration) {
        PointerByReference handle = new PointerByReference();
        int error = registration.register(handle);
        if (error != 0) {
            LOG.warn("Windows does not tell of {}: error {}", what, error);
            return null;
        }
        return handle.getValue();
    }

    private static Memory parameters(DEVICE_NOTIFY_CALLBACK_ROUTINE routine) {
        // Windows calls from threads of its own pool, which Java must not keep.
        Native.setCallbackThreadInitializer(routine, new CallbackThreadInitializer(true, true, "rollcall-power"));
        Memory parameters = new Memory(DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS.SIZE);
        parameters.clear();
        parameters.setPointer(
                DEVICE_NOTIFY_SUBSCRIBE_PARAMETERS.Callback, CallbackReference.getFunctionPointer(routine));
        return parameters;
    }

    private void power(int type) {
        switch (type) {
            case PowrProfEx.PBT_APMSUSPEND -> listener.suspending();
            // The second follows the first when a person woke it; a listener takes both for one.
            case PowrProfEx.PBT_APMRESUMEAUTOMATIC, PowrProfEx.PBT_APMRESUMESUSPEND -> listener.resumed();
            default -> LOG.debug("power event {}", type);
        }
    }

    private void presence(int type, Pointer setting) {
        if (type == PowrProfEx.PBT_POWERSETTINGCHANGE
                && setting != null
                && setting.getInt(POWERBROADCAST_SETTING.DataLength) >= Integer.BYTES) {
            presence.say(setting.getInt(POWERBROADCAST_SETTING.Data));
            listener.sessionsChanged();
        }
    }

    /** Nothing may be thrown into Windows. */
    private static int guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("a power event was not taken", e);
        }
        return 0;
    }
}
