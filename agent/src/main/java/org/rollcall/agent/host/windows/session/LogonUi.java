package org.rollcall.agent.host.windows.session;

import java.util.function.BiFunction;

/**
 * What the logon screen keeps about each session's user in the registry. Not documented by Microsoft, so it is only
 * believed where it names the same user, and only used for what nothing else tells without waiting.
 */
final class LogonUi {
    private static final String SESSION_DATA =
            "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI\\SessionData\\";

    private final BiFunction<String, String, String> registry;

    /** @param registry a text by key and value below HKEY_LOCAL_MACHINE, or null */
    LogonUi(BiFunction<String, String, String> registry) {
        this.registry = registry;
    }

    String sid(int session, String user) {
        return value(session, user, "LoggedOnUserSID");
    }

    String displayName(int session, String user) {
        return value(session, user, "LoggedOnDisplayName");
    }

    private String value(int session, String user, String name) {
        String key = SESSION_DATA + session;
        String account = registry.apply(key, "LoggedOnSAMUser");
        if (account == null) {
            return null;
        }
        // Session ids are reused: the values may still be those of the one before.
        boolean same = account.substring(account.lastIndexOf('\\') + 1).equalsIgnoreCase(user);
        String value = same ? registry.apply(key, name) : null;
        return value == null || value.isBlank() ? null : value;
    }
}
