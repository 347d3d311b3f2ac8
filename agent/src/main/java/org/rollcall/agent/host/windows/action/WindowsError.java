package org.rollcall.agent.host.windows.action;

import com.sun.jna.platform.win32.WinError;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;

/** What Windows' error codes mean to somebody who gave an order. */
final class WindowsError {
    private WindowsError() {}

    /** @param what was asked, as in {@code logging session 3 off} */
    static ActionFailedException failure(String what, int error) {
        return switch (error) {
            case WinError.ERROR_FILE_NOT_FOUND, WinError.ERROR_CTX_WINSTATION_NOT_FOUND ->
                new ActionFailedException(Reason.GONE, what + ": there is no such session any more");
            case WinError.ERROR_INVALID_PARAMETER ->
                new ActionFailedException(Reason.GONE, what + ": Windows knows no such thing");
            case WinError.ERROR_ACCESS_DENIED ->
                new ActionFailedException(Reason.PROTECTED, what + ": protected by Windows");
            case WinError.ERROR_NO_SHUTDOWN_IN_PROGRESS ->
                new ActionFailedException(Reason.GONE, what + ": no restart or shutdown is pending");
            case WinError.ERROR_SHUTDOWN_IN_PROGRESS, WinError.ERROR_SHUTDOWN_IS_SCHEDULED ->
                new ActionFailedException(Reason.FAILED, what + ": one is pending already; cancel it first");
            case WinError.ERROR_SHUTDOWN_USERS_LOGGED_ON ->
                new ActionFailedException(Reason.IN_USE, what + ": somebody is logged on");
            default -> new ActionFailedException(Reason.FAILED, what + ": Windows error " + error);
        };
    }
}
