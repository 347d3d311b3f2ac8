package org.rollcall.agent.host.portable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.agent.host.ReadingFailedException;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.text.XmlText;

/**
 * Logins as /run/utmp records them, for Linux without logind.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/utmp.5.html">utmp(5)</a>
 */
final class UtmpSessions implements SessionReader {
    private static final short USER_PROCESS = 7;

    /** Where glibc keeps old 32-bit programs running, times are 32 bits wide; elsewhere (aarch64, riscv64) 64. */
    private static final Set<String> NARROW = Set.of("amd64", "x86", "i386", "ppc64le", "s390x", "arm");

    private static final int LINE = 8;
    private static final int NARROW_SIZE = 384;
    private static final int WIDE_SIZE = 400;

    private final Path utmp;
    private final Path proc;
    private final boolean narrow;
    private final Terminals terminals;
    private final UserNames users;

    UtmpSessions(Path utmp, Path proc, String architecture, Terminals terminals, UserNames users) {
        this.utmp = utmp;
        this.proc = proc;
        this.narrow = NARROW.contains(architecture);
        this.terminals = terminals;
        this.users = users;
    }

    @Override
    public List<Session> read() throws ReadingFailedException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(utmp);
        } catch (NoSuchFileException e) {
            // A container, or a system that gave utmp up: nobody can be said to be logged on.
            return List.of();
        } catch (IOException e) {
            throw new ReadingFailedException(utmp + " cannot be read", e);
        }
        // By terminal, which has one login at a time: the newest record of it counts.
        Map<String, Session> sessions = new LinkedHashMap<>();
        int size = narrow ? NARROW_SIZE : WIDE_SIZE;
        for (int at = 0; at + size <= bytes.length; at += size) {
            ByteBuffer record = ByteBuffer.wrap(bytes, at, size).slice().order(ByteOrder.nativeOrder());
            Session session = one(record);
            if (session != null) {
                sessions.put(text(record, LINE, 32), session);
            }
        }
        return withoutWindows(new ArrayList<>(sessions.values()));
    }

    /** A terminal window records a line of its own, from host ":0": it belongs to the login at the screen. */
    private static List<Session> withoutWindows(List<Session> sessions) {
        Set<String> loggedOn = new HashSet<>();
        for (Session session : sessions) {
            if (!isWindow(session)) {
                loggedOn.add(session.user());
            }
        }
        sessions.removeIf(s -> isWindow(s) && loggedOn.contains(s.user()));
        return sessions;
    }

    private Session one(ByteBuffer record) {
        int pid = record.getInt(4);
        String line = text(record, LINE, 32);
        String user = XmlText.name(text(record, 44, 32));
        String host = text(record, 76, 256);
        // A record outlives a login whose process was killed.
        if (record.getShort(0) != USER_PROCESS
                || user.isBlank()
                || !Files.exists(proc.resolve(Integer.toString(pid)))) {
            return null;
        }
        Instant since = narrow
                ? Instant.ofEpochSecond(Integer.toUnsignedLong(record.getInt(340)), record.getInt(344) * 1000L)
                : Instant.ofEpochSecond(record.getLong(344), record.getLong(352) * 1000L);
        boolean console = line.startsWith("tty") || line.startsWith(":") || line.equals("console");
        Long uid = users.uid(user);
        return new Session(
                pid,
                user,
                null,
                uid == null ? null : uid.toString(),
                uid == null ? null : users.fullName(uid),
                Session.State.ACTIVE,
                console ? Session.Kind.CONSOLE : Session.Kind.REMOTE,
                since,
                null,
                terminals.idleSince(line),
                null,
                console || host.isEmpty() ? null : XmlText.name(host));
    }

    /** {@code :0}, {@code :0.S.1} (screen) and {@code tmux(123).%0} are windows of a login, not logins. */
    private static boolean isWindow(Session session) {
        String host = session.clientAddress();
        return session.kind() == Session.Kind.REMOTE
                && (host == null || host.startsWith(":") || host.startsWith("tmux("));
    }

    private static String text(ByteBuffer record, int at, int length) {
        byte[] bytes = new byte[length];
        record.get(at, bytes);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
