package org.rollcall.xmpp.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a program keeps its state unless its settings say otherwise. */
public final class StateFolder {
    private StateFolder() {}

    /**
     * {@code %ProgramData%\Rollcall} on Windows, else the XDG Base Directory Specification's state folder.
     *
     * @param environment as {@link System#getenv()}
     */
    public static Path of(Map<String, String> environment) {
        String programData = environment.get("ProgramData");
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") && programData != null) {
            return Path.of(programData, "Rollcall");
        }
        String state = environment.get("XDG_STATE_HOME");
        return state != null && state.startsWith("/")
                ? Path.of(state, "rollcall")
                : Path.of(System.getProperty("user.home"), ".local", "state", "rollcall");
    }
}
