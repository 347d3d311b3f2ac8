package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** userenv.dll. */
public interface UserenvEx extends StdCallLibrary {
    UserenvEx INSTANCE = Native.load("userenv", UserenvEx.class, W32APIOptions.UNICODE_OPTIONS);

    /** <a href="https://learn.microsoft.com/windows/win32/api/userenv/nf-userenv-entercriticalpolicysection">EnterCriticalPolicySection</a> */
    HANDLE EnterCriticalPolicySection(boolean bMachine);

    /** <a href="https://learn.microsoft.com/windows/win32/api/userenv/nf-userenv-leavecriticalpolicysection">LeaveCriticalPolicySection</a> */
    boolean LeaveCriticalPolicySection(HANDLE hSection);

    /** <a href="https://learn.microsoft.com/windows/win32/api/userenv/nf-userenv-registergpnotification">RegisterGPNotification</a> */
    boolean RegisterGPNotification(HANDLE hEvent, boolean bMachine);

    /** <a href="https://learn.microsoft.com/windows/win32/api/userenv/nf-userenv-unregistergpnotification">UnregisterGPNotification</a> */
    boolean UnregisterGPNotification(HANDLE hEvent);
}
