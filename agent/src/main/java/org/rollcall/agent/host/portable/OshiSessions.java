package org.rollcall.agent.host.portable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.text.XmlText;
import oshi.software.os.OSSession;

/** Sessions by OSHI, for macOS and other systems without Linux's records. */
final class OshiSessions implements SessionReader {
    private final Terminals terminals;

    OshiSessions(Terminals terminals) {
        this.terminals = terminals;
    }

    @Override
    public List<Session> read() throws ReadingFailedException {
        try {
            return interpret(Oshi.system().getOperatingSystem().getSessions());
        } catch (RuntimeException | LinkageError e) {
            throw new ReadingFailedException("the sessions cannot be listed", e);
        }
    }

    List<Session> interpret(List<OSSession> logins) {
        Set<String> atConsole = new HashSet<>();
        for (OSSession login : logins) {
            if (isConsole(login)) {
                atConsole.add(login.getUserName());
            }
        }
        List<Session> sessions = new ArrayList<>();
        for (OSSession login : logins) {
            // A terminal window at the screen has a line of its own, without a host.
            boolean window = !isConsole(login) && login.getHost().isBlank() && atConsole.contains(login.getUserName());
            if (!window && !login.getUserName().isBlank()) {
                sessions.add(session(login));
            }
        }
        return sessions;
    }

    private Session session(OSSession login) {
        boolean console = isConsole(login);
        return new Session(
                number(login.getTerminalDevice()),
                XmlText.name(login.getUserName()),
                null,
                null,
                null,
                Session.State.ACTIVE,
                console ? Session.Kind.CONSOLE : Session.Kind.REMOTE,
                Instant.ofEpochMilli(login.getLoginTime()),
                null,
                console ? null : terminals.idleSince(login.getTerminalDevice()),
                null,
                login.getHost().isBlank() ? null : XmlText.name(login.getHost()));
    }

    private static boolean isConsole(OSSession login) {
        return login.getTerminalDevice().equals("console");
    }

    /** There is no session number here: 1 for the screen, and the terminal's own number plus 2 ({@code ttys003} is 5). */
    private static int number(String terminal) {
        int start = terminal.length();
        while (start > 0 && Character.isDigit(terminal.charAt(start - 1)) && terminal.length() - start < 6) {
            start--;
        }
        return start == terminal.length() ? 1 : 2 + Integer.parseInt(terminal.substring(start));
    }
}
