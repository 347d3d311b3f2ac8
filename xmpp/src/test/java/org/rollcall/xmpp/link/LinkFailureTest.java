package org.rollcall.xmpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LinkFailureTest {
    @Test
    void aFailureIsToldInEnglishAndInFrench() {
        LinkFailure failure = LinkFailure.of(
                LinkFailure.Kind.LOST, "lost-by", LinkFailure.sentence("where.domain", "iut.rdz"), "Broken pipe");
        assertEquals("the connection to the server of iut.rdz is lost: Broken pipe", failure.sentence());
        assertEquals(
                "la connexion avec le serveur de iut.rdz est perdue : Broken pipe", failure.sentence(Locale.FRANCE));
        assertEquals(failure.sentence(), failure.sentence(Locale.GERMAN));
        assertEquals("as it came", new LinkFailure(LinkFailure.Kind.OTHER, "as it came").sentence(Locale.FRENCH));
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameArguments() throws IOException {
        Properties english = load("messages.properties");
        Properties french = load("messages_fr.properties");
        assertEquals(english.keySet(), french.keySet());
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(french.getProperty(key)), key);
        }
    }

    private static String arguments(String text) {
        StringBuilder found = new StringBuilder();
        text.chars().filter(Character::isDigit).sorted().forEach(found::appendCodePoint);
        return found.toString();
    }

    private static Properties load(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(LinkFailure.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
