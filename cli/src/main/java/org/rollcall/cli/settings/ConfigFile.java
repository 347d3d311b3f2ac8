package org.rollcall.cli.settings;

import java.nio.file.Path;
import org.rollcall.cli.Terminal;

/** Which file the command's settings stand in. */
public final class ConfigFile {
    private ConfigFile() {}

    /** Whether the environment names a file, which must then be there. */
    public static boolean isNamed(Terminal terminal) {
        return !terminal.environment().getOrDefault("ROLLCALL_CONFIG", "").isBlank();
    }

    /** {@code $ROLLCALL_CONFIG}, else {@code cli.toml} where the system keeps users' settings. */
    public static Path byDefault(Terminal terminal) {
        if (isNamed(terminal)) {
            return Path.of(terminal.environment().get("ROLLCALL_CONFIG"));
        }
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
