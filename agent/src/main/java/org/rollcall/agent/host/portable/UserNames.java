package org.rollcall.agent.host.portable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.rollcall.xmpp.text.XmlText;

/**
 * Logins and full names of a Unix system. The password file serves most; an account that is not in it (LDAP) is asked
 * of the C library through the owner of the process's own folder, once.
 */
final class UserNames {
    /** Beyond this many users that the password file lacks, the memory starts afresh. */
    private static final int MOST = 10_000;

    private record User(String login, String fullName) {}

    private final Path passwd;
    private final Map<Long, User> listed = new HashMap<>();
    private final Map<Long, String> asked = new HashMap<>();
    private Object passwdStamp;

    UserNames(Path passwd) {
        this.passwd = passwd;
    }

    /** @param owned a file that belongs to that user, to ask the C library by; null for none */
    synchronized String login(long uid, String owned) {
        if (uid < 0) {
            return null;
        }
        refresh();
        User user = listed.get(uid);
        if (user != null) {
            return user.login;
        }
        if (asked.size() >= MOST) {
            asked.clear();
        }
        return asked.computeIfAbsent(uid, id -> ownerOf(owned, id));
    }

    /** Null when the password file does not know. */
    synchronized String fullName(long uid) {
        refresh();
        User user = listed.get(uid);
        return user == null ? null : user.fullName;
    }

    /** Null when the password file does not know that login, whatever else was learnt: a session keeps its uid. */
    synchronized Long uid(String login) {
        refresh();
        for (Map.Entry<Long, User> entry : listed.entrySet()) {
            if (entry.getValue().login.equals(login)) {
                return entry.getKey();
            }
        }
        return null;
    }

    private static String ownerOf(String file, long uid) {
        try {
            // A process that gave up rights may have a folder owned by root: believe it only for the same uid.
            if (file != null && ((Number) Files.getAttribute(Path.of(file), "unix:uid")).longValue() == uid) {
                return XmlText.name(
                        Files.getOwner(Path.of(file), LinkOption.NOFOLLOW_LINKS).getName());
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // The process ended, or this is no Unix: the number tells as much as is known.
        }
        return Long.toString(uid);
    }

    private void refresh() {
        Object stamp = stamp();
        if (stamp.equals(passwdStamp)) {
            return;
        }
        passwdStamp = stamp;
        listed.clear();
        asked.clear();
        try {
            for (String line : SmallFile.text(passwd).split("\n")) {
                remember(line.split(":", -1));
            }
        } catch (IOException e) {
            // No password file: the C library is asked for every uid.
        }
    }

    private Object stamp() {
        try {
            return Files.getLastModifiedTime(passwd);
        } catch (IOException e) {
            return "absent";
        }
    }

    /** Login, password, uid, gid, GECOS (of which the part before the first comma is the full name), home, shell. */
    private void remember(String[] fields) {
        if (fields.length < 7 || fields[0].isEmpty()) {
            return;
        }
        String fullName = fields[4].split(",", 2)[0].strip();
        try {
            listed.putIfAbsent(
                    Long.valueOf(fields[2]),
                    new User(XmlText.name(fields[0]), fullName.isEmpty() ? null : XmlText.name(fullName)));
        } catch (NumberFormatException e) {
            // Not a line of this file: "+::::::" of old NIS set-ups.
        }
    }
}
