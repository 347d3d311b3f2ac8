package org.rollcall.central.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final ResourceBundle.Control ALONE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"", ".api", ".page"})
    void frenchHasAllThatEnglishHas(String sub) {
        String name = TextsTest.class.getPackageName() + sub + ".messages";
        ResourceBundle english = ResourceBundle.getBundle(name, Locale.ROOT, ALONE);
        ResourceBundle french = ResourceBundle.getBundle(name, Locale.FRENCH, ALONE);
        assertEquals(english.keySet(), french.keySet());
        assertFalse(english.keySet().isEmpty());
        for (String key : english.keySet()) {
            assertFalse(french.getString(key).equals(english.getString(key)) && key.startsWith("error"), key);
        }
    }
}
