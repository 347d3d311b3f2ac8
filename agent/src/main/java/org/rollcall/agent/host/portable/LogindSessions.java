package org.rollcall.agent.host.portable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.agent.host.Session;
import org.rollcall.xmpp.text.XmlText;

/**
 * Sessions as systemd-logind keeps them, one file each under /run/systemd/sessions. That is where libsystemd's own
 * sd_session_… functions read; their keys have been the same for a decade, and a key that is missing is unknown here.
 */
final class LogindSessions implements SessionReader {
    /** Sessions without an audit number are called {@code c1}, {@code c2}…; they must not meet the plain numbers. */
    private static final int UNNUMBERED = 1_000_000_000;

    private final Path folder;
    private final Terminals terminals;
    private final UserNames users;

    LogindSessions(Path folder, Terminals terminals, UserNames users) {
        this.folder = folder;
        this.terminals = terminals;
        this.users = users;
    }

    /** Whether logind runs here at all. */
    boolean available() {
        String[] entries = new File(folder.toString()).list();
        return entries != null && entries.length > 0;
    }

    @Override
    public List<Session> read() {
        String[] entries = new File(folder.toString()).list();
        List<Session> sessions = new ArrayList<>();
        if (entries == null) {
            return sessions;
        }
        Arrays.sort(entries);
        for (String entry : entries) {
            // Beside ID lies ID.ref, a pipe that must not be opened.
            if (entry.indexOf('.') < 0) {
                Session session = one(entry);
                if (session != null) {
                    sessions.add(session);
                }
            }
        }
        return sessions;
    }

    private Session one(String id) {
        try {
            return interpret(id, keys(SmallFile.text(folder.resolve(id))));
        } catch (IOException | NumberFormatException e) {
            // It ended between the listing and the reading.
            return null;
        }
    }

    /** Null for what is no person's session: greeters, lock screens, cron jobs, managers, and sessions on their way out. */
    private Session interpret(String id, Map<String, String> keys) {
        String user = XmlText.name(keys.getOrDefault("USER", ""));
        boolean person = keys.getOrDefault("CLASS", "user").equals("user");
        if (!person || user.isBlank() || "closing".equals(keys.get("STATE"))) {
            return null;
        }
        boolean remote = "1".equals(keys.get("REMOTE"));
        String seat = keys.get("SEAT");
        if (seat == null && !remote && "unspecified".equals(keys.getOrDefault("TYPE", "unspecified"))) {
            // su, cron and sudo make such sessions for people who are not there.
            return null;
        }
        long uid = Long.parseLong(keys.get("UID"));
        boolean graphical = keys.containsKey("DISPLAY") || "wayland".equals(keys.get("TYPE"));
        return new Session(
                number(id),
                user,
                null,
                Long.toString(uid),
                users.fullName(uid),
                remote || "1".equals(keys.get("ACTIVE")) ? Session.State.ACTIVE : Session.State.DISCONNECTED,
                remote ? Session.Kind.REMOTE : Session.Kind.CONSOLE,
                microseconds(keys.get("REALTIME")),
                null,
                graphical ? null : terminals.idleSince(keys.get("TTY")),
                null,
                XmlText.name(keys.get("REMOTE_HOST")));
    }

    private static int number(String id) {
        return id.startsWith("c") ? UNNUMBERED + Integer.parseInt(id.substring(1)) : Integer.parseInt(id);
    }

    private static Instant microseconds(String text) {
        long value = Long.parseLong(text);
        return Instant.ofEpochSecond(value / 1_000_000, value % 1_000_000 * 1000);
    }

    private static Map<String, String> keys(String text) {
        Map<String, String> keys = new HashMap<>();
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.charAt(0) != '#') {
                keys.put(line.substring(0, equals), unquoted(line.substring(equals + 1)));
            }
        }
        return keys;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
