package org.rollcall.agent.host.windows.action;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import java.util.function.IntSupplier;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.host.windows.bindings.Wtsapi32Ex;

/** What can be done to a person's session, and to no other: never to the services' session or a logon screen. */
public final class SessionActions {
    /** MB_ICONINFORMATION and MB_SETFOREGROUND. */
    private static final int STYLE = 0x40 | 0x10000;

    /** The box stays until its OK is pressed. */
    private static final int NO_TIMEOUT = 0;

    /** Not JNA Platform's, which would load the DLL: this class runs in tests on any system. */
    private static final HANDLE WTS_CURRENT_SERVER_HANDLE = null;

    private static final boolean DO_NOT_WAIT = false;

    private final Wtsapi32Ex wts;
    private final IntSupplier lastError;
    private final Sessions sessions;

    /** The people's sessions now. */
    public interface Sessions {
        List<Session> read() throws ReadingFailedException;
    }

    public SessionActions(Wtsapi32Ex wts, IntSupplier lastError, Sessions sessions) {
        this.wts = wts;
        this.lastError = lastError;
        this.sessions = sessions;
    }

    void message(int session, String title, String text) throws ActionFailedException {
        require(session);
        check(
                "the message to session " + session,
                wts.WTSSendMessage(
                        WTS_CURRENT_SERVER_HANDLE,
                        session,
                        title,
                        title.length() * Character.BYTES,
                        text,
                        text.length() * Character.BYTES,
                        STYLE,
                        NO_TIMEOUT,
                        new IntByReference(),
                        DO_NOT_WAIT));
    }

    void logoff(int session) throws ActionFailedException {
        require(session);
        check(
                "logging session " + session + " off",
                wts.WTSLogoffSession(WTS_CURRENT_SERVER_HANDLE, session, DO_NOT_WAIT));
    }

    void disconnect(int session) throws ActionFailedException {
        require(session);
        check(
                "disconnecting session " + session,
                wts.WTSDisconnectSession(WTS_CURRENT_SERVER_HANDLE, session, DO_NOT_WAIT));
    }

    private void require(int session) throws ActionFailedException {
        try {
            if (sessions.read().stream().noneMatch(each -> each.id() == session)) {
                throw new ActionFailedException(Reason.GONE, "nobody is logged on in session " + session);
            }
        } catch (ReadingFailedException e) {
            throw new ActionFailedException(Reason.FAILED, "the sessions cannot be read now: " + e.getMessage());
        }
    }

    private void check(String what, boolean done) throws ActionFailedException {
        if (!done) {
            throw WindowsError.failure(what, lastError.getAsInt());
        }
    }
}
