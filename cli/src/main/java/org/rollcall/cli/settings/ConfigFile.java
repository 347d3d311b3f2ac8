package org.rollcall.cli.settings;

import java.nio.file.Path;
import org.rollcall.cli.Terminal;

/** Which file the command's settings stand in. */
public final class ConfigFile {
    private ConfigFile() {}

    /** {@code $ROLLCALL_CONFIG}, else {@code cli.toml} where the system keeps users' settings. */
    public static Path byDefault(Terminal terminal) {
        String named = terminal.environment().get("ROLLCALL_CONFIG");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
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
