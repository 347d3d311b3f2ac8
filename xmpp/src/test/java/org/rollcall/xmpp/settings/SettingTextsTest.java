package org.rollcall.xmpp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.text.Messages;

class SettingTextsTest {

    @Test
    void everyTextIsThereInBothLanguages() throws Exception {
        assertEquals(keys("messages.properties"), keys("messages_fr.properties"));
    }

    @Test
    void everySettingHasItsTypeItsMeaningAndItsDefaultInWords() {
        Messages types = Messages.beside(Setting.class, Locale.FRENCH);
        for (Setting<?> setting : XmppKeys.ALL) {
            assertTrue(types.has("type." + setting.type().id()), setting.key());
            assertFalse(setting.help(Locale.FRENCH).isBlank());
            assertFalse(setting.defaultText(Locale.FRENCH).isBlank());
        }
    }

    private static Set<Object> keys(String file) throws Exception {
        Properties texts = new Properties();
        try (InputStream stream = Setting.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts.keySet();
    }
}
