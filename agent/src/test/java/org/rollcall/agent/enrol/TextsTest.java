package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertEquals(keys("messages.properties"), keys("messages_fr.properties"));
    }

    private static TreeSet<Object> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(TextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.keySet());
    }
}
