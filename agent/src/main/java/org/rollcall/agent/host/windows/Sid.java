package org.rollcall.agent.host.windows;

import java.util.Set;

/**
 * Security identifiers: the only thing about an account that is the same in every language.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/secauthz/well-known-sids">Well-known SIDs</a>
 */
public final class Sid {
    public static final String LOCAL_SYSTEM = "S-1-5-18";

    /** Its longest form has 15 sub-authorities. */
    public static final int LONGEST = 8 + 15 * 4;

    /** LocalSystem, LocalService, NetworkService, and the anonymous logon. */
    private static final Set<String> SYSTEM = Set.of(LOCAL_SYSTEM, "S-1-5-19", "S-1-5-20", "S-1-5-7");

    private static final String WINDOW_MANAGER = "S-1-5-90-";
    private static final String FONT_DRIVER = "S-1-5-96-";

    private Sid() {}

    /** The textual form of a binary SID; null when it is none. */
    public static String text(byte[] sid) {
        if (sid.length < 8 || sid[0] != 1 || sid.length < 8 + 4 * (sid[1] & 0xFF)) {
            return null;
        }
        long authority = 0;
        for (int i = 2; i < 8; i++) {
            authority = authority << 8 | sid[i] & 0xFF;
        }
        StringBuilder text = new StringBuilder("S-1-").append(authority);
        for (int i = 0; i < sid[1]; i++) {
            long part = 0;
            for (int b = 3; b >= 0; b--) {
                part = part << 8 | sid[8 + 4 * i + b] & 0xFF;
            }
            text.append('-').append(part);
        }
        return text.toString();
    }

    /** Whether an account belongs to Windows itself: never a person. An unknown one may be a person's. */
    public static boolean isSystem(String sid) {
        return sid != null && (SYSTEM.contains(sid) || sid.startsWith(WINDOW_MANAGER) || sid.startsWith(FONT_DRIVER));
    }
}
