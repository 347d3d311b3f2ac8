package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MistakeTest {

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
}
