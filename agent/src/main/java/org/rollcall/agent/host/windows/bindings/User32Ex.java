package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** user32.dll. */
public interface User32Ex extends StdCallLibrary {
    User32Ex INSTANCE = Native.load("user32", User32Ex.class, W32APIOptions.UNICODE_OPTIONS);

    /** JNA Platform's is 32 bits wide, which 64-bit Windows refuses with error 1400. */
    HWND HWND_MESSAGE = new HWND(Pointer.createConstant(-3L));

    int WM_TIMER = 0x0113;

    /** <a href="https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change">WM_WTSSESSION_CHANGE</a> */
    int WM_WTSSESSION_CHANGE = 0x02B1;

    int WM_APP = 0x8000;

    /** <a href="https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-settimer">SetTimer</a> */
    Pointer SetTimer(HWND hWnd, Pointer nIDEvent, int uElapse, Pointer lpTimerFunc);

    /** <a href="https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-killtimer">KillTimer</a> */
    boolean KillTimer(HWND hWnd, Pointer uIDEvent);
}
