package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.agent.settings.AgentKeys;
import org.rollcall.cli.settings.CliKeys;
import org.rollcall.xmpp.settings.Setting;
import org.rollcall.xmpp.text.Messages;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyCommandHasAHelpPageWithAnExample(String language) {
        for (String command : commands()) {
            Typed help = new Typed.At().locale(Locale.forLanguageTag(language)).type(command, "--help");
            assertEquals(0, help.code());
            assertTrue(
                    help.out().contains("  rollcall " + command) || help.out().contains("| rollcall " + command),
                    command + " lacks an example");
            assertFalse(help.out().lines().findFirst().orElseThrow().startsWith("Usage"), command + " lacks a header");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theListOfCommandsHasEachInItsGroup(String language) {
        Typed all = new Typed.At().locale(Locale.forLanguageTag(language)).type("--help");
        assertEquals(0, all.code());
        assertEquals(List.of(), CommandGroups.ungrouped(commands()));
        for (String command : commands()) {
            assertTrue(all.out().lines().anyMatch(line -> line.matches("  " + command + " +\\S.*")), command);
        }
    }

    private static Set<String> commands() {
        return new Typed.At().commands();
    }

    @Test
    void everySettingHasItsMeaningInBothLanguages() {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            Messages types = Messages.beside(Setting.class, locale);
            for (Setting<?> setting : AgentKeys.ALL) {
                described(setting, types, locale);
            }
            for (Setting<?> setting : CliKeys.ALL) {
                described(setting, types, locale);
            }
        }
    }

    private static void described(Setting<?> setting, Messages types, Locale locale) {
        assertTrue(types.has("type." + setting.type().id()), setting.key());
        assertFalse(setting.help(locale).isBlank(), setting.key());
        assertTrue(setting.fallback() != null || !setting.defaultText(locale).isBlank(), setting.key());
    }
}
