package org.rollcall.agent.host.portable;

import oshi.SystemInfo;

/** OSHI's entrance, opened at the first question that needs it: with JNA it costs some 15 MB and 300 ms. */
final class Oshi {
    private static SystemInfo system;

    private Oshi() {}

    static synchronized SystemInfo system() {
        if (system == null) {
            system = new SystemInfo();
        }
        return system;
    }
}
