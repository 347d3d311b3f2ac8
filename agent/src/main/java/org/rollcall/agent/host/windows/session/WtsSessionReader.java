package org.rollcall.agent.host.windows.session;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.Wtsapi32;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.windows.bindings.WTSINFOEXW;
import org.rollcall.agent.host.windows.bindings.WTS_CLIENT_ADDRESS;
import org.rollcall.agent.host.windows.bindings.WTS_SESSION_INFOW;
import org.rollcall.agent.host.windows.bindings.Wtsapi32Ex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads sessions from the session service. One that answers in part has failed: what is missing is not gone. */
public final class WtsSessionReader implements SessionRows {
    private static final Logger LOG = LoggerFactory.getLogger(WtsSessionReader.class);
    private static final int TRIES = 3;
    private static final int CLIENT_ADDRESS_LENGTH = WTS_CLIENT_ADDRESS.SIZE - WTS_CLIENT_ADDRESS.Address;

    private final Wtsapi32 wts;

    public WtsSessionReader(Wtsapi32 wts) {
        this.wts = wts;
    }

    @Override
    public List<SessionRow> read() throws ReadingFailedException {
        for (int i = 1; ; i++) {
            try {
                return readOnce();
            } catch (Vanished e) {
                // A session ended between the list and the question: only a new list tells.
                if (i == TRIES) {
                    throw new ReadingFailedException(e.getMessage());
                }
            }
        }
    }

    private List<SessionRow> readOnce() throws ReadingFailedException, Vanished {
        PointerByReference list = new PointerByReference();
        IntByReference count = new IntByReference();
        if (!wts.WTSEnumerateSessions(Wtsapi32.WTS_CURRENT_SERVER_HANDLE, 0, 1, list, count)) {
            throw new ReadingFailedException("WTSEnumerateSessions failed: Windows error " + Native.getLastError());
        }
        Pointer sessions = list.getValue();
        try {
            if (count.getValue() == 0) {
                // Windows always has the services' own session.
                throw new ReadingFailedException("WTSEnumerateSessions found no session at all");
            }
            List<SessionRow> rows = new ArrayList<>();
            for (int i = 0; i < count.getValue(); i++) {
                long at = (long) i * WTS_SESSION_INFOW.SIZE;
                int id = sessions.getInt(at + WTS_SESSION_INFOW.SessionId);
                if (SessionMapping.isOfInterest(id, sessions.getInt(at + WTS_SESSION_INFOW.State))) {
                    rows.add(row(id));
                }
            }
            return rows;
        } finally {
            if (sessions != null) {
                wts.WTSFreeMemory(sessions);
            }
        }
    }

    private SessionRow row(int id) throws ReadingFailedException, Vanished {
        String user = query(id, Wtsapi32Ex.WTSUserName, WtsSessionReader::text);
        String domain = query(id, Wtsapi32Ex.WTSDomainName, WtsSessionReader::text);
        int protocol = query(id, Wtsapi32Ex.WTSClientProtocolType, (p, n) -> p.getShort(0) & 0xFFFF);
        boolean remote = protocol != 0;
        String client = remote ? ask(id, Wtsapi32Ex.WTSClientName, WtsSessionReader::text, null) : null;
        Address address = remote ? ask(id, Wtsapi32Ex.WTSClientAddress, Address::read, Address.NONE) : Address.NONE;
        return query(
                id,
                Wtsapi32Ex.WTSSessionInfoEx,
                (p, n) -> new SessionRow(
                        id,
                        p.getInt(WTSINFOEXW.SessionState),
                        p.getInt(WTSINFOEXW.SessionFlags),
                        user,
                        domain,
                        protocol,
                        p.getLong(WTSINFOEXW.LogonTime),
                        p.getLong(WTSINFOEXW.LastInputTime),
                        p.getLong(WTSINFOEXW.CurrentTime),
                        client,
                        address.family(),
                        address.bytes()));
    }

    /** The same for what a session can do without. */
    private <T> T ask(int id, int what, BiFunction<Pointer, Integer, T> read, T otherwise) throws Vanished {
        try {
            return query(id, what, read);
        } catch (ReadingFailedException e) {
            LOG.debug("left out: {}", e.getMessage());
            return otherwise;
        }
    }

    private <T> T query(int id, int what, BiFunction<Pointer, Integer, T> read)
            throws ReadingFailedException, Vanished {
        PointerByReference answer = new PointerByReference();
        IntByReference bytes = new IntByReference();
        if (!wts.WTSQuerySessionInformation(Wtsapi32.WTS_CURRENT_SERVER_HANDLE, id, what, answer, bytes)) {
            int error = Native.getLastError();
            String message = "WTSQuerySessionInformation(" + id + ", " + what + ") failed: Windows error " + error;
            if (error == WinError.ERROR_FILE_NOT_FOUND || error == WinError.ERROR_CTX_WINSTATION_NOT_FOUND) {
                throw new Vanished(message);
            }
            throw new ReadingFailedException(message);
        }
        try {
            return read.apply(answer.getValue(), bytes.getValue());
        } finally {
            wts.WTSFreeMemory(answer.getValue());
        }
    }

    /** Never beyond what Windows gave; lone surrogates come through as they are. */
    private static String text(Pointer text, int bytes) {
        char[] chars = text.getCharArray(0, bytes / 2);
        int end = 0;
        while (end < chars.length && chars[end] != 0) {
            end++;
        }
        return new String(chars, 0, end);
    }

    private record Address(int family, byte[] bytes) {
        static final Address NONE = new Address(0, new byte[0]);

        static Address read(Pointer address, int length) {
            return length < WTS_CLIENT_ADDRESS.SIZE
                    ? NONE
                    : new Address(
                            address.getInt(WTS_CLIENT_ADDRESS.AddressFamily),
                            address.getByteArray(WTS_CLIENT_ADDRESS.Address, CLIENT_ADDRESS_LENGTH));
        }
    }

    private static final class Vanished extends Exception {
        private static final long serialVersionUID = 1;

        Vanished(String message) {
            super(message, null, false, false);
        }
    }
}
