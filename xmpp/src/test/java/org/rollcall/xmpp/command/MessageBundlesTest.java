package org.rollcall.xmpp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageBundlesTest {
    @ParameterizedTest
    @ValueSource(strings = {"asking", "command", "entity", "frontend/ask", "frontend/chat", "frontend/adhoc"})
    void frenchAndEnglishSayTheSameThings(String folder) throws Exception {
        Properties english = bundle(folder, "messages.properties");
        Properties french = bundle(folder, "messages_fr.properties");
        assertFalse(english.isEmpty());
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(french.keySet()));
        for (Object key : english.keySet()) {
            assertEquals(
                    new MessageFormat(english.get(key).toString()).getFormatsByArgumentIndex().length,
                    new MessageFormat(french.get(key).toString()).getFormatsByArgumentIndex().length,
                    "arguments of " + key);
        }
    }

    private static Properties bundle(String folder, String file) throws Exception {
        Properties properties = new Properties();
        try (InputStream in =
                MessageBundlesTest.class.getResourceAsStream("/org/rollcall/xmpp/" + folder + "/" + file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
