package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void theEnvironmentNamesTheLanguageStrongestFirst() {
        assertEquals("fr", Language.of(Map.of("LANG", "fr_FR.UTF-8")).getLanguage());
        assertEquals(
                "en",
                Language.of(Map.of("LANG", "fr_FR.UTF-8", "LC_ALL", "C.UTF-8")).getLanguage());
        assertEquals(
                "fr",
                Language.of(Map.of("LANG", "en_GB", "LC_MESSAGES", "fr_CA@euro"))
                        .getLanguage());
        assertEquals(Locale.getDefault(Locale.Category.DISPLAY), Language.of(Map.of("LANG", "")));
    }
}
