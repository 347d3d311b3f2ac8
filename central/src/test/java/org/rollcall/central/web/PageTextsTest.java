package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages' texts: as much in French as in English, and none that a page asks for is missing. */
class PageTextsTest {
    private static final Pattern ENTRY = Pattern.compile("^ {2}'([^']+)': '(.+)',$", Pattern.MULTILINE);
    private static final Pattern INSERTED = Pattern.compile("\\{(\\w+)}");
    private static final Pattern BREAKING = Pattern.compile("\\S [:;?!»](\\s|$)|« ");
    private static final Pattern ASKED = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern ASKED_BY_PREFIX = Pattern.compile("`([a-z][a-z.-]*\\.)\\$\\{");
    private static final Pattern WORD = Pattern.compile("['`]([a-z][\\w.-]*)['`]");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(texts("en").keySet(), texts("fr").keySet());
    }

    /** A colon or a quotation mark at the beginning of a line: a browser breaks at any other space. */
    @Test
    void frenchPunctuationStaysWithItsWord() {
        List<String> all = new ArrayList<>(texts("fr").values());
        for (String sub : List.of("", ".api", ".page")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle(PageTextsTest.class.getPackageName() + sub + ".messages", Locale.FRENCH);
            texts.keySet().forEach(key -> all.add(texts.getString(key)));
        }
        assertTrue(all.size() > 300, "too few texts");
        assertEquals(
                List.of(),
                all.stream().filter(text -> BREAKING.matcher(text).find()).toList());
    }

    @Test
    void everyLineIsAText() {
        for (String language : Set.of("en", "fr")) {
            long lines = PageFiles.text(file(language))
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .count();
            assertEquals(lines, texts(language).size(), language);
        }
    }

    @Test
    void bothLanguagesInsertTheSameValues() {
        Map<String, String> english = texts("en");
        texts("fr").forEach((key, text) -> assertEquals(inserted(english.get(key)), inserted(text), key));
    }

    @Test
    void everyTextThatAPageAsksForIsThere() {
        Set<String> known = texts("en").keySet();
        for (Path file : PageFiles.all(".js")) {
            ASKED.matcher(PageFiles.text(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(key -> assertTrue(
                            known.contains(key) || known.contains(key + ".one") && known.contains(key + ".other"),
                            () -> file.getFileName() + " asks for " + key));
        }
    }

    @Test
    void everyKindOfTextThatAPageAsksForIsThere() {
        Set<String> known = texts("en").keySet();
        for (Path file : PageFiles.all(".js")) {
            ASKED_BY_PREFIX
                    .matcher(PageFiles.text(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(prefix -> assertTrue(
                            known.stream().anyMatch(key -> key.startsWith(prefix)),
                            () -> file.getFileName() + " asks for " + prefix + "…"));
        }
    }

    @Test
    void noTextIsLeftThatNoPageAsksFor() {
        String pages = PageFiles.all(".js").stream()
                .filter(file -> !file.getParent().endsWith("text"))
                .map(PageFiles::text)
                .collect(Collectors.joining("\n"));
        Set<String> words = results(WORD, pages);
        Set<String> prefixes = results(ASKED_BY_PREFIX, pages);
        Set<String> unused = texts("en").keySet().stream()
                .filter(key -> !words.contains(key) && !words.contains(key.replaceFirst("\\.(one|other)$", "")))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    private static Set<String> inserted(String text) {
        return results(INSERTED, text);
    }

    private static Set<String> results(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path file(String language) {
        return PageFiles.root().resolve("js/text/" + language + ".js");
    }

    private static Map<String, String> texts(String language) {
        Matcher entries = ENTRY.matcher(PageFiles.text(file(language)));
        return new TreeMap<>(entries.results().collect(Collectors.toMap(PageTextsTest::key, found -> found.group(2))));
    }

    private static String key(MatchResult entry) {
        return entry.group(1);
    }
}
