package org.rollcall.agent.host;

import java.time.Clock;
import java.util.Locale;
import org.rollcall.agent.host.portable.PortableHost;
import org.rollcall.agent.host.windows.WindowsHost;

/** Picks the host for the system at hand; no other system's classes are loaded. */
public final class Hosts {
    private Hosts() {}

    public static Host forThisSystem() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? new WindowsHost(Clock.systemUTC()) : new PortableHost();
    }
}
