package org.rollcall.cli.doctor;

import java.util.Locale;

/** Whose words the advice is in. */
public enum ServerKind {
    PROSODY,
    EJABBERD,
    OTHER;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param name what the server calls itself (XEP-0092) */
    static ServerKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("prosody")) {
            return PROSODY;
        }
        return lower.contains("ejabberd") ? EJABBERD : OTHER;
    }
}
