package org.rollcall.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.rollcall.cli.Terminal;

/** Which file the command's settings stand in. */
public final class ConfigFile {
    private ConfigFile() {}

    /** Whether the environment names a file, which must then be there. */
    public static boolean isNamed(Terminal terminal) {
        return !terminal.environment().getOrDefault("ROLLCALL_CONFIG", "").isBlank();
    }

    /**
     * {@code $ROLLCALL_CONFIG}, else {@code cli.toml} where the system keeps users' settings; where there is none, that
     * of a demo that runs, so that its commands can be typed as they are.
     */
    public static Path byDefault(Terminal terminal) {
        if (isNamed(terminal)) {
            return Path.of(terminal.environment().get("ROLLCALL_CONFIG"));
        }
        Path own = own(terminal);
        Path demo = ofDemo(terminal);
        return !Files.exists(own) && Files.exists(demo) ? demo : own;
    }

    /** Where {@code rollcall demo} writes how to reach it, for as long as it runs. */
    public static Path ofDemo(Terminal terminal) {
        String appData = terminal.environment().get("LOCALAPPDATA");
        if (appData != null && !appData.isBlank()) {
            return Path.of(appData, "Rollcall", "demo.toml");
        }
        String state = terminal.environment().get("XDG_STATE_HOME");
        return state != null && state.startsWith("/")
                ? Path.of(state, "rollcall", "demo.toml")
                : terminal.home()
                        .resolve(".local")
                        .resolve("state")
                        .resolve("rollcall")
                        .resolve("demo.toml");
    }

    private static Path own(Terminal terminal) {
        String appData = terminal.environment().get("APPDATA");
        if (appData != null && !appData.isBlank()) {
            return Path.of(appData, "Rollcall", "cli.toml");
        }
        String config = terminal.environment().get("XDG_CONFIG_HOME");
        return config != null && config.startsWith("/")
                ? Path.of(config, "rollcall", "cli.toml")
                : terminal.home().resolve(".config").resolve("rollcall").resolve("cli.toml");
    }
}
