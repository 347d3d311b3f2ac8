package org.rollcall.agent.host;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.rollcall.agent.host.portable.PortableHost;
import org.rollcall.agent.host.windows.WindowsHost;
import org.rollcall.agent.host.windows.registry.RegistryChanges;
import org.rollcall.agent.host.windows.secret.Dpapi;
import org.rollcall.agent.host.windows.secret.EnrolmentSecret;
import org.rollcall.agent.host.windows.trust.LocalMachineRoots;

/** Picks what belongs to the system at hand; no other system's classes are loaded. */
public final class Hosts {
    private Hosts() {}

    public static Host forThisSystem() {
        return isWindows() ? new WindowsHost(Clock.systemUTC()) : new PortableHost();
    }

    public static Protection protection() {
        return isWindows() ? new Dpapi() : Protection.NONE;
    }

    /** Once it has done its work. */
    public static void deleteEnrolmentSecret() {
        if (isWindows()) {
            EnrolmentSecret.delete();
        }
    }

    /** The CAs that the system trusts beside the Java runtime's own: on Windows those of the LocalMachine store. */
    public static Collection<X509Certificate> trustedRoots() {
        return isWindows() ? new LocalMachineRoots().get() : List.of();
    }

    /** How it is told that settings in the registry may have changed; elsewhere there is nothing but to look. */
    public static SettingsChanges settingsChanges() {
        // Policy deletes a key when it empties it: so the one above is watched.
        return isWindows()
                ? new RegistryChanges(List.of("SOFTWARE\\Policies", "SOFTWARE\\Rollcall"))
                : SettingsChanges.polled();
    }

    public static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
