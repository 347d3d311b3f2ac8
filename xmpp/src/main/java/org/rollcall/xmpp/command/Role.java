package org.rollcall.xmpp.command;

import java.util.Locale;

/** What an asker may do; each role may also do what the ones before it may. */
public enum Role {
    VIEWER,
    OPERATOR,
    ADMIN;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** The word used in settings and on the wire: {@code viewer}, {@code operator}, {@code admin}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
