package org.rollcall.agent.host.windows.notify;

import java.time.Clock;
import java.time.Instant;

/**
 * Whether somebody is at the PC, as Windows last said. Safe for any thread.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/power/power-setting-guids">GUID_GLOBAL_USER_PRESENCE</a>
 */
public final class UserPresence {
    private static final int POWER_USER_PRESENT = 0;

    private final Clock clock;
    private Instant idleSince;

    public UserPresence(Clock clock) {
        this.clock = clock;
    }

    /** @param state 0 present; 1 not present or 2 inactive */
    synchronized void say(int state) {
        if (state == POWER_USER_PRESENT) {
            idleSince = null;
        } else if (idleSince == null) {
            idleSince = clock.instant();
        }
    }

    /** Since when Windows says that nobody is there; null when somebody is, and while unknown. */
    public synchronized Instant idleSince() {
        return idleSince;
    }
}
