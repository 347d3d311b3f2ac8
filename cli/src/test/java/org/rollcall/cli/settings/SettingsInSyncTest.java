package org.rollcall.cli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rollcall.agent.settings.AgentKeys;
import org.rollcall.central.settings.CentralKeys;
import org.rollcall.xmpp.settings.Setting;

/** The lists of settings, the templates that administrators copy, and the page that explains them say the same. */
class SettingsInSyncTest {
    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final Pattern TABLE = Pattern.compile("^(?:# )?\\[([A-Za-z0-9.-]+)]");
    private static final Pattern KEY = Pattern.compile("^(?:# )?([a-z0-9-]+) = ");

    @Test
    void theAgentsTemplateHasEverySettingAndNoOther() throws Exception {
        assertEquals(keys(AgentKeys.ALL), keysOf("agent.toml"));
    }

    @Test
    void centralsTemplateHasEverySettingAndNoOther() throws Exception {
        assertEquals(keys(CentralKeys.ALL), keysOf("central.toml"));
    }

    @Test
    void theCommandsTemplateHasEverySettingAndNoOther() throws Exception {
        assertEquals(keys(CliKeys.ALL), keysOf("cli.toml"));
    }

    @Test
    void defaultsInTheTemplatesAreTheDefaults() throws Exception {
        for (Map.Entry<String, List<Setting<?>>> program : Map.of(
                        "agent.toml", AgentKeys.ALL, "central.toml", CentralKeys.ALL, "cli.toml", CliKeys.ALL)
                .entrySet()) {
            String text = Files.readString(TOP.resolve("config-templates").resolve(program.getKey()));
            for (Setting<?> setting : program.getValue()) {
                if (setting.fallback() != null && !setting.fallback().isEmpty()) {
                    String last = setting.key().substring(setting.key().lastIndexOf('.') + 1);
                    Pattern line = Pattern.compile(
                            "^# " + last + " = (?:\\[(?=.*]))?[\"']?" + Pattern.quote(setting.fallback())
                                    + "(?:[\"'\\s]|$)",
                            Pattern.MULTILINE);
                    assertTrue(line.matcher(text).find(), program.getKey() + " lacks the default of " + setting.key());
                }
            }
        }
    }

    @Test
    void thePageHasTheTableOfEachProgram() throws Exception {
        String page = Files.readString(TOP.resolve("docs").resolve("settings.md"));
        String agent = SettingsPage.table(AgentKeys.ALL);
        String central = SettingsPage.table(CentralKeys.ALL);
        String cli = SettingsPage.table(CliKeys.ALL);
        Files.writeString(Path.of("target", "settings-tables.md"), agent + "\n" + central + "\n" + cli);
        String advice = "docs/settings.md is behind: its tables should be those in cli/target/settings-tables.md";
        assertTrue(page.contains(agent), advice);
        assertTrue(page.contains(central), advice);
        assertTrue(page.contains(cli), advice);
    }

    private static Set<String> keys(List<Setting<?>> settings) {
        Set<String> keys = new TreeSet<>();
        settings.forEach(setting -> keys.add(setting.key()));
        return keys;
    }

    private static Set<String> keysOf(String template) throws Exception {
        Set<String> keys = new TreeSet<>();
        String table = "";
        for (String line : Files.readAllLines(TOP.resolve("config-templates").resolve(template))) {
            Matcher head = TABLE.matcher(line);
            Matcher key = KEY.matcher(line);
            if (head.find()) {
                table = head.group(1)
                        .replaceFirst("^run\\..*", "run.*")
                        .replaceFirst("^access\\.rooms\\..*", "access.rooms.*");
            } else if (key.find()) {
                keys.add(table + "." + key.group(1));
            }
        }
        return keys;
    }
}
