package org.rollcall.tests.repository;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.agent.command.AgentCommands;
import org.rollcall.agent.log.LogLevel;
import org.rollcall.agent.log.RecentLog;
import org.rollcall.agent.settings.AgentSettings;
import org.rollcall.central.command.CentralCommands;
import org.rollcall.central.command.CommandParts;
import org.rollcall.xmpp.command.Column;
import org.rollcall.xmpp.command.Command;
import org.rollcall.xmpp.command.Parameter;
import org.rollcall.xmpp.text.Messages;

/** Commands, their texts, and their page keep in step. */
class CommandsTest {

    /** @param anchor beside which its texts lie */
    record Documented(Command command, Class<?> anchor) {
        @Override
        public String toString() {
            return anchor.getSimpleName() + " " + command.name();
        }
    }

    static List<Documented> commands() throws ReflectiveOperationException {
        AgentSettings settings =
                new AgentSettings(null, null, null, Path.of("."), Duration.ZERO, Duration.ZERO, Map.of(), List.of());
        List<Command> agent = AgentCommands.all(
                null, () -> settings, n -> List.of(), List::of, new RecentLog(1, 1), new LogLevel(), Clock.systemUTC());
        List<Command> central = CentralCommands.all(withoutParts());
        return Stream.concat(
                        agent.stream().map(command -> new Documented(command, AgentCommands.class)),
                        central.stream().map(command -> new Documented(command, CentralCommands.class)))
                .toList();
    }

    /** What a command says of itself needs none of what it stands on. */
    private static CommandParts withoutParts() throws ReflectiveOperationException {
        Constructor<?> constructor = CommandParts.class.getConstructors()[0];
        return (CommandParts) constructor.newInstance(new Object[constructor.getParameterCount()]);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itselfItsParametersAndItsColumnsHaveTexts(Documented documented) {
        Messages texts = Messages.beside(documented.anchor(), Locale.ENGLISH);
        Command command = documented.command();
        assertTrue(texts.has("command." + command.name()));
        assertTrue(texts.has("example." + command.name()));
        for (Parameter parameter : command.parameters()) {
            assertTrue(
                    texts.has("parameter." + parameter.name())
                            || texts.has("parameter." + command.name() + "." + parameter.name()),
                    parameter.name());
        }
        for (Column column : command.columns()) {
            assertTrue(texts.has("column." + column.name()), column.name());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsSectionNamesEachParameterAndColumn(Documented documented) throws IOException {
        Command command = documented.command();
        String page = Files.readString(Repository.ROOT.resolve("docs").resolve("commands.md"));
        int start = page.indexOf("\n## " + command.name() + "\n");
        assertTrue(start >= 0, "docs/commands.md has no section on it");
        int end = page.indexOf("\n## ", start + 1);
        String section = page.substring(start, end < 0 ? page.length() : end);
        assertTrue(section.contains("Role: " + command.role().id()), "its role");
        for (Parameter parameter : command.parameters()) {
            assertTrue(section.contains("| `" + parameter.name() + "` |"), parameter.name());
            parameter.choices().forEach(choice -> assertTrue(section.contains("`" + choice + "`"), choice));
        }
        for (Column column : command.columns()) {
            assertTrue(section.contains("`" + column.name() + "`"), column.name());
        }
        Messages texts = Messages.beside(documented.anchor(), Locale.ENGLISH);
        assertTrue(section.contains(texts.text("example." + command.name())), "its example");
    }
}
