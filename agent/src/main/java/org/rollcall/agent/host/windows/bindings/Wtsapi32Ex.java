package org.rollcall.agent.host.windows.bindings;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** wtsapi32.dll. */
public interface Wtsapi32Ex extends StdCallLibrary {
    Wtsapi32Ex INSTANCE = Native.load("wtsapi32", Wtsapi32Ex.class, W32APIOptions.UNICODE_OPTIONS);

    /** <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ne-wtsapi32-wts_info_class">WTS_INFO_CLASS</a> */
    int WTSUserName = 5;

    int WTSDomainName = 7;
    int WTSClientName = 10;
    int WTSClientAddress = 14;
    int WTSClientProtocolType = 16;
    int WTSSessionInfoEx = 25;

    /**
     * <a
     * href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ne-wtsapi32-wts_connectstate_class">WTS_CONNECTSTATE_CLASS</a>
     */
    int WTSActive = 0;

    int WTSConnected = 1;
    int WTSShadow = 3;
    int WTSDisconnected = 4;

    /** <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/ns-wtsapi32-wtsinfoex_level1_w">SessionFlags</a> */
    int WTS_SESSIONSTATE_LOCK = 0;

    int WTS_SESSIONSTATE_UNLOCK = 1;

    /** <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsregistersessionnotification">dwFlags</a> */
    int NOTIFY_FOR_ALL_SESSIONS = 1;

    /** Lengths are in bytes. <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtssendmessagew">WTSSendMessageW</a> */
    boolean WTSSendMessage(
            HANDLE hServer,
            int SessionId,
            String pTitle,
            int TitleLength,
            String pMessage,
            int MessageLength,
            int Style,
            int Timeout,
            IntByReference pResponse,
            boolean bWait);

    /** <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtslogoffsession">WTSLogoffSession</a> */
    boolean WTSLogoffSession(HANDLE hServer, int SessionId, boolean bWait);

    /** <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsdisconnectsession">WTSDisconnectSession</a> */
    boolean WTSDisconnectSession(HANDLE hServer, int SessionId, boolean bWait);

    /** LocalSystem only. <a href="https://learn.microsoft.com/windows/win32/api/wtsapi32/nf-wtsapi32-wtsqueryusertoken">WTSQueryUserToken</a> */
    boolean WTSQueryUserToken(int SessionId, HANDLEByReference phToken);
}
