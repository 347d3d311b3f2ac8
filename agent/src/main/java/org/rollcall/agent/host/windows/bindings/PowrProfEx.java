package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** powrprof.dll. */
public interface PowrProfEx extends StdCallLibrary {
    PowrProfEx INSTANCE = Native.load("powrprof", PowrProfEx.class, W32APIOptions.UNICODE_OPTIONS);

    int DEVICE_NOTIFY_CALLBACK = 2;

    int PBT_APMSUSPEND = 4;
    int PBT_APMRESUMESUSPEND = 7;
    int PBT_APMRESUMEAUTOMATIC = 18;
    int PBT_POWERSETTINGCHANGE = 0x8013;

    /** <a href="https://learn.microsoft.com/windows/win32/api/powrprof/nc-powrprof-device_notify_callback_routine">DEVICE_NOTIFY_CALLBACK_ROUTINE</a> */
    interface DEVICE_NOTIFY_CALLBACK_ROUTINE extends StdCallCallback {
        int callback(Pointer Context, int Type, Pointer Setting);
    }

    /** <a href="https://learn.microsoft.com/windows/win32/api/powerbase/nf-powerbase-powerregistersuspendresumenotification">PowerRegisterSuspendResumeNotification</a> */
    int PowerRegisterSuspendResumeNotification(int Flags, Pointer Recipient, PointerByReference RegistrationHandle);

    /** <a href="https://learn.microsoft.com/windows/win32/api/powerbase/nf-powerbase-powerunregistersuspendresumenotification">PowerUnregisterSuspendResumeNotification</a> */
    int PowerUnregisterSuspendResumeNotification(Pointer RegistrationHandle);

    /** <a href="https://learn.microsoft.com/windows/win32/api/powersetting/nf-powersetting-powersettingregisternotification">PowerSettingRegisterNotification</a> */
    int PowerSettingRegisterNotification(
            Pointer SettingGuid, int Flags, Pointer Recipient, PointerByReference RegistrationHandle);

    /** <a href="https://learn.microsoft.com/windows/win32/api/powersetting/nf-powersetting-powersettingunregisternotification">PowerSettingUnregisterNotification</a> */
    int PowerSettingUnregisterNotification(Pointer RegistrationHandle);
}
