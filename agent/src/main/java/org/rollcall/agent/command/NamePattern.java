package org.rollcall.agent.command;

import java.util.Locale;

/** A name as people give it: capitals do not matter, {@code *} stands for anything, {@code .exe} may be left out. */
final class NamePattern {
    private final String pattern;

    NamePattern(String pattern) {
        this.pattern = pattern.toLowerCase(Locale.ROOT);
    }

    /** @param name null, for unknown, matches nothing */
    boolean matches(String name) {
        if (name == null) {
            return false;
        }
        String plain = name.toLowerCase(Locale.ROOT);
        return glob(plain) || (plain.endsWith(".exe") && glob(plain.substring(0, plain.length() - ".exe".length())));
    }

    /** An account matches by its login, or by {@code DOMAIN\login}. */
    boolean matchesAccount(String domain, String user) {
        return user != null && (glob(user.toLowerCase(Locale.ROOT)) || matches(Readings.account(domain, user)));
    }

    /** Linear but for the last star, unlike a regular expression of somebody else's making. */
    private boolean glob(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int mark = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = n;
            } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
