package org.rollcall.central.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;

/** Commands, their texts in both languages, and their page keep in step. */
class TextsTest {
    private final Properties english = load("messages.properties");
    private final Properties french = load("messages_fr.properties");

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(TextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(french.keySet()));
    }

    @Test
    void everyTextKeepsItsQuotesAndPlaces() {
        for (Properties language : new Properties[] {english, french}) {
            for (String key : language.stringPropertyNames()) {
                String text = new MessageFormat(language.getProperty(key)).format(new Object[] {1, 2, 3});
                int quotes = language.getProperty(key).length()
                        - language.getProperty(key).replace("'", "").length();
                assertEquals(0, quotes % 2, key + ": a quote is written twice");
                assertEquals(places(english.getProperty(key)), places(language.getProperty(key)), key);
                assertTrue(!text.isBlank(), key);
            }
        }
    }

    private static long places(String text) {
        return text.chars().filter(c -> c == '{').count();
    }

    @Test
    void everyCommandHasTextsForItselfItsParametersAndItsColumns() {
        for (Command command : new Asking().commands()) {
            has("command." + command.name());
            has("example." + command.name());
            for (Parameter parameter : command.parameters()) {
                assertTrue(
                        english.containsKey("parameter." + parameter.name())
                                || english.containsKey("parameter." + command.name() + "." + parameter.name()),
                        command.name() + " " + parameter.name());
            }
            for (Column column : command.columns()) {
                has("column." + column.name());
            }
        }
    }

    @Test
    void everyCommandHasItsSectionWithEachParameterAndColumn() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "commands.md"));
        for (Command command : new Asking().commands()) {
            int start = page.indexOf("\n## " + command.name() + "\n");
            assertTrue(start >= 0, "docs/commands.md has no section on " + command.name());
            int end = page.indexOf("\n## ", start + 1);
            String section = page.substring(start, end < 0 ? page.length() : end);
            assertTrue(section.contains("Role: " + command.role().id()), command.name() + ": its role");
            for (Parameter parameter : command.parameters()) {
                assertTrue(section.contains("| `" + parameter.name() + "` |"), command.name() + " " + parameter.name());
                parameter.choices().forEach(c -> assertTrue(section.contains("`" + c + "`"), command.name() + " " + c));
            }
            for (Column column : command.columns()) {
                assertTrue(section.contains("`" + column.name() + "`"), command.name() + " " + column.name());
            }
            assertTrue(
                    section.contains(english.getProperty("example." + command.name())),
                    command.name() + ": its example");
        }
    }

    private void has(String key) {
        assertTrue(english.containsKey(key), key);
    }
}
