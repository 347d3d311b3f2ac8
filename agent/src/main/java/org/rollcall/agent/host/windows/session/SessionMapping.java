package org.rollcall.agent.host.windows.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.rollcall.agent.host.Session;
import org.rollcall.agent.host.windows.FileTime;
import org.rollcall.agent.host.windows.Sid;
import org.rollcall.agent.host.windows.bindings.WTS_CLIENT_ADDRESS;
import org.rollcall.agent.host.windows.bindings.Wtsapi32Ex;
import org.rollcall.xmpp.text.XmlText;

/** From what Windows wrote to what it means. */
final class SessionMapping {
    /** Within this, an RDP session counts as in use. */
    private static final Duration INPUT_NOW = Duration.ofMinutes(1);

    private static final int SERVICES = 0;
    private static final int CONSOLE_PROTOCOL = 0;
    private static final int ADDRESS_STARTS = 2;

    private SessionMapping() {}

    /**
     * Whether a session can be a person's at all: not the services', a listener or a logon screen. One without a logon
     * time is still being made: it would get another identity in a moment.
     */
    static boolean holdsSomeone(SessionRow row) {
        return isOfInterest(row.id(), row.state())
                && row.user() != null
                && !row.user().isBlank()
                && FileTime.instant(row.logonTime()) != null;
    }

    /** Whether a session is worth asking Windows about. */
    static boolean isOfInterest(int id, int state) {
        return id != SERVICES && (isActive(state) || state == Wtsapi32Ex.WTSDisconnected);
    }

    static Session.Kind kind(SessionRow row) {
        return row.protocol() == CONSOLE_PROTOCOL ? Session.Kind.CONSOLE : Session.Kind.RDP;
    }

    static boolean isActive(int state) {
        return state == Wtsapi32Ex.WTSActive || state == Wtsapi32Ex.WTSConnected || state == Wtsapi32Ex.WTSShadow;
    }

    static boolean isPerson(SessionRow row, SessionUser user) {
        return holdsSomeone(row) && !Sid.isSystem(user.sid());
    }

    /** @param consoleIdleSince since when Windows says that nobody is at the PC; null: someone is, or unknown */
    static Session session(SessionRow row, SessionUser user, Instant consoleIdleSince) {
        boolean active = isActive(row.state());
        boolean remote = user.kind() == Session.Kind.RDP;
        return new Session(
                row.id(),
                XmlText.name(row.user()),
                blankToNull(XmlText.name(row.domain())),
                user.sid(),
                blankToNull(XmlText.name(user.fullName())),
                active ? Session.State.ACTIVE : Session.State.DISCONNECTED,
                user.kind(),
                FileTime.instant(row.logonTime()),
                active ? locked(row.flags()) : null,
                active ? idleSince(row, remote, consoleIdleSince) : null,
                remote && active ? blankToNull(XmlText.name(row.clientName())) : null,
                remote && active ? address(row) : null);
    }

    private static Boolean locked(int flags) {
        return switch (flags) {
            case Wtsapi32Ex.WTS_SESSIONSTATE_LOCK -> Boolean.TRUE;
            case Wtsapi32Ex.WTS_SESSIONSTATE_UNLOCK -> Boolean.FALSE;
            default -> null;
        };
    }

    /** WTS's own idle time is not to be relied on at the console, and Windows' word on presence says nothing of RDP. */
    private static Instant idleSince(SessionRow row, boolean remote, Instant consoleIdleSince) {
        if (!remote) {
            return consoleIdleSince;
        }
        Instant input = FileTime.instant(row.lastInputTime());
        Instant now = FileTime.instant(row.currentTime());
        boolean idle =
                input != null && now != null && Duration.between(input, now).compareTo(INPUT_NOW) >= 0;
        return idle ? input : null;
    }

    private static String address(SessionRow row) {
        int length = switch (row.clientFamily()) {
            case WTS_CLIENT_ADDRESS.AF_INET -> 4;
            case WTS_CLIENT_ADDRESS.AF_INET6 -> 16;
            default -> 0;
        };
        byte[] bytes = row.clientAddress();
        if (length == 0 || bytes.length < ADDRESS_STARTS + length) {
            return null;
        }
        try {
            InetAddress address =
                    InetAddress.getByAddress(Arrays.copyOfRange(bytes, ADDRESS_STARTS, ADDRESS_STARTS + length));
            return address.isAnyLocalAddress() ? null : address.getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
