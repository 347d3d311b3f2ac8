package org.rollcall.tests.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people read is there in English and in French, and is written as its format asks. */
class TextsTest {
    private static final String MESSAGES = "messages.properties";

    static List<Path> bundles() throws IOException {
        return Repository.files("src/main/resources").stream()
                .filter(file -> file.endsWith(MESSAGES) || file.endsWith("usage.properties"))
                .toList();
    }

    static List<Path> messages() throws IOException {
        return bundles().stream().filter(file -> file.endsWith(MESSAGES)).toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsThereInBothLanguages(Path bundle) throws IOException {
        Properties english = read(bundle);

        assertFalse(english.isEmpty());
        assertEquals(
                new TreeSet<>(english.keySet()), new TreeSet<>(french(bundle).keySet()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyTextHasTheSamePlacesInBothLanguages(Path bundle) throws IOException {
        Properties english = read(bundle);
        Properties french = french(bundle);
        for (String key : english.stringPropertyNames()) {
            assertEquals(places(english.getProperty(key)), places(french.getProperty(key)), key);
        }
    }

    /** Of a lone quote MessageFormat makes nothing, and of all places after it plain text. */
    @ParameterizedTest
    @MethodSource("messages")
    void aQuoteIsWrittenTwiceAndNoTextIsBlank(Path bundle) throws IOException {
        for (Properties language : List.of(read(bundle), french(bundle))) {
            language.forEach((key, text) -> {
                assertEquals(0, text.toString().chars().filter(c -> c == '\'').count() % 2, key.toString());
                assertFalse(text.toString().isBlank(), key.toString());
            });
        }
    }

    @Test
    void aBundleThatIsFrenchAloneIsNone() throws IOException {
        List<Path> orphans = Repository.files("src/main/resources").stream()
                .filter(file -> file.toString().endsWith("_fr.properties"))
                .filter(file -> !Files.exists(
                        file.resolveSibling(file.getFileName().toString().replace("_fr", ""))))
                .toList();

        assertEquals(List.of(), orphans);
        assertTrue(bundles().size() > 20, bundles().toString());
    }

    private static int places(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static Properties french(Path english) throws IOException {
        return read(english.resolveSibling(english.getFileName().toString().replace(".properties", "_fr.properties")));
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
