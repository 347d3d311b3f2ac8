package org.rollcall.xmpp.settings;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rollcall.xmpp.text.Messages;

class SettingTextsTest {

    @Test
    void everySettingHasItsTypeItsMeaningAndItsDefaultInWords() {
        Messages types = Messages.beside(Setting.class, Locale.FRENCH);
        for (Setting<?> setting : XmppKeys.ALL) {
            assertTrue(types.has("type." + setting.type().id()), setting.key());
            assertFalse(setting.help(Locale.FRENCH).isBlank());
            assertFalse(setting.defaultText(Locale.FRENCH).isBlank());
        }
    }
}
