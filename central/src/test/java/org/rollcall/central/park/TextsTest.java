package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void everyTextIsThereInBothLanguages() throws Exception {
        assertEquals(keys("messages.properties"), keys("messages_fr.properties"));
    }

    @Test
    void aMistakeSaysFileAndLineInTheReadersLanguage() {
        Mistake mistake = new Mistake("rooms.csv", 7, "machine.twice", List.of("A201B7", "3"));

        assertEquals(
                "rooms.csv:7: A201B7 stands there already, on line 3.",
                mistake.in(Locale.ENGLISH).toString());
        assertEquals(
                "rooms.csv:7: A201B7 est déjà là, ligne 3.",
                mistake.in(Locale.FRENCH).toString());
    }

    private static Set<Object> keys(String file) throws Exception {
        Properties texts = new Properties();
        try (InputStream stream = Mistake.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts.keySet();
    }
}
