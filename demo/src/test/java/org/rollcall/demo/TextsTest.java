package org.rollcall.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/org/rollcall/demo/messages", "/org/rollcall/demo/view/messages"})
    void bothLanguagesHaveTheSameTexts(String bundle) throws IOException {
        assertEquals(
                keys(bundle + ".properties").keySet(),
                keys(bundle + "_fr.properties").keySet());
    }

    private static Properties keys(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream(resource)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
