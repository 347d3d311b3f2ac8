package org.rollcall.agent.host.windows.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.host.ActionFailedException;
import org.rollcall.agent.host.ActionFailedException.Reason;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.host.windows.bindings.Wtsapi32Ex;

class SessionActionsTest {
    private final List<String> calls = new ArrayList<>();
    private int error;
    private boolean unreadable;
    private final SessionActions actions = new SessionActions(new RecordingWts(), () -> error, this::sessions);

    @Test
    void aMessageDoesNotWaitForThePersonAndCountsBytes() throws ActionFailedException {
        actions.message(3, "Salle", "À 18 h on ferme");

        assertEquals(List.of("message 3 Salle/10 À 18 h on ferme/30 style=65600 timeout=0 wait=false"), calls);
    }

    @Test
    void logoffAndDisconnectDoNotWait() throws ActionFailedException {
        actions.logoff(3);
        actions.disconnect(3);

        assertEquals(List.of("logoff 3 wait=false", "disconnect 3 wait=false"), calls);
    }

    @Test
    void aSessionThatIsNobodysIsLeftAlone() {
        assertEquals(Reason.GONE, reason(() -> actions.logoff(0)));
        assertEquals(Reason.GONE, reason(() -> actions.disconnect(65536)));
        assertEquals(List.of(), calls);
    }

    @Test
    void windowsReasonsAreTold() {
        error = 7022;
        assertEquals(Reason.GONE, reason(() -> actions.logoff(3)));
        error = 5;
        assertEquals(Reason.PROTECTED, reason(() -> actions.logoff(3)));
        error = 1702;
        assertEquals(Reason.FAILED, reason(() -> actions.logoff(3)));
    }

    @Test
    void nothingIsDoneBlindly() {
        unreadable = true;

        assertEquals(Reason.FAILED, reason(() -> actions.logoff(3)));
        assertEquals(List.of(), calls);
    }

    private static Reason reason(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(ActionFailedException.class, action).reason();
    }

    private List<Session> sessions() throws ReadingFailedException {
        if (unreadable) {
            throw new ReadingFailedException("WTSEnumerateSessions failed");
        }
        return List.of(new Session(
                3,
                "kevin.marchais",
                "IUT",
                null,
                null,
                Session.State.ACTIVE,
                Session.Kind.CONSOLE,
                Instant.EPOCH,
                null,
                null,
                null,
                null));
    }

    private final class RecordingWts implements Wtsapi32Ex {
        @Override
        public boolean WTSSendMessage(
                HANDLE hServer,
                int SessionId,
                String pTitle,
                int TitleLength,
                String pMessage,
                int MessageLength,
                int Style,
                int Timeout,
                IntByReference pResponse,
                boolean bWait) {
            calls.add("message " + SessionId + " " + pTitle + "/" + TitleLength + " " + pMessage + "/" + MessageLength
                    + " style=" + Style + " timeout=" + Timeout + " wait=" + bWait);
            return error == 0;
        }

        @Override
        public boolean WTSLogoffSession(HANDLE hServer, int SessionId, boolean bWait) {
            calls.add("logoff " + SessionId + " wait=" + bWait);
            return error == 0;
        }

        @Override
        public boolean WTSDisconnectSession(HANDLE hServer, int SessionId, boolean bWait) {
            calls.add("disconnect " + SessionId + " wait=" + bWait);
            return error == 0;
        }

        @Override
        public boolean WTSQueryUserToken(int SessionId, HANDLEByReference phToken) {
            throw new AssertionError("no token is needed");
        }
    }
}
