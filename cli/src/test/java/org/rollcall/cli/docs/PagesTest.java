package org.rollcall.cli.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.agent.settings.AgentKeys;
import org.rollcall.central.settings.CentralKeys;
import org.rollcall.cli.Rollcall;
import org.rollcall.cli.Terminal;
import org.rollcall.cli.settings.CliKeys;
import org.rollcall.xmpp.settings.Setting;
import picocli.CommandLine;

/** What the pages name is there: pages, headings, commands with their options, settings. */
class PagesTest {
    private static final List<Page> PAGES = Page.all();

    /** What is typed: rollcall, the command, and the rest of the line up to a comment or another command. */
    private static final Pattern TYPED =
            Pattern.compile("^(?:\\$ )?(?:\\./)?rollcall(?:\\.cmd)? ([a-z][a-z-]*)([^#|]*)");

    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z][a-z-]*");
    private static final Pattern SETTING =
            Pattern.compile("^(xmpp|central|access|agent|enrol|park|web|store|history|directory)\\.([a-z][a-z0-9-]*)$");

    /** Files, not settings. */
    private static final Set<String> FILE_ENDS = Set.of("toml", "log", "db", "example", "service", "md", "txt");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Page page : PAGES) {
            for (String link : page.links()) {
                String[] parts = link.split("#", 2);
                Path to = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
                boolean there = Files.exists(to)
                        && (parts.length == 1 || Page.of(to).anchors().contains(parts[1]));
                if (!there) {
                    broken.add(page.file().getFileName() + ": " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyCommandAndOptionThatIsShownExists() {
        Map<String, Set<String>> options = options();
        List<String> unknown = new ArrayList<>();
        int seen = 0;
        for (Page page : PAGES) {
            for (MatchResult typed : page.inCode(TYPED)) {
                seen++;
                Set<String> its = options.get(typed.group(1));
                if (its == null) {
                    unknown.add(page.file().getFileName() + ": " + typed.group());
                    continue;
                }
                OPTION.matcher(typed.group(2))
                        .results()
                        .map(MatchResult::group)
                        .filter(option -> !its.contains(option))
                        .forEach(option -> unknown.add(page.file().getFileName() + ": " + typed.group()));
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(seen > 100, "only " + seen + " commands seen: are they still written the same way?");
    }

    @Test
    void everySettingThatIsNamedExists() {
        Set<String> keys = Stream.of(AgentKeys.ALL, CentralKeys.ALL, CliKeys.ALL)
                .flatMap(List::stream)
                .map(Setting::key)
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        int seen = 0;
        for (Page page : PAGES) {
            for (MatchResult named : page.inCode(SETTING)) {
                seen++;
                if (!keys.contains(named.group()) && !FILE_ENDS.contains(named.group(2))) {
                    unknown.add(page.file().getFileName() + ": " + named.group());
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(seen > 100, "only " + seen + " settings seen: are they still written the same way?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "privacy"})
    void theFrenchPageSaysAsMuchAsTheEnglishOne(String name) {
        Path docs = Path.of("..", "docs");
        assertEquals(
                Page.of(docs.resolve(name + ".md")).shape(),
                Page.of(docs.resolve(name + ".fr.md")).shape());
    }

    private static Map<String, Set<String>> options() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader("")),
                nowhere,
                nowhere,
                new Terminal.Terminals(false, false, false),
                Map.of(),
                Path.of("nowhere"),
                Locale.ENGLISH,
                Clock.systemUTC());
        CommandLine rollcall = Rollcall.finish(Rollcall.commandLine(terminal), terminal);
        Map<String, Set<String>> options = rollcall.getSubcommands().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        command ->
                                command.getValue().getCommandSpec().optionsMap().keySet()));
        // Of another module, which stands on this one.
        options.put("demo", Set.of("--pcs", "--for", "--seed", "--port", "--web-port"));
        return options;
    }
}
