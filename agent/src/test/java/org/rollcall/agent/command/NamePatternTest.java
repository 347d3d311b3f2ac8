package org.rollcall.agent.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NamePatternTest {

    @Test
    void capitalsAndTheEndingDoNotMatter() {
        assertTrue(new NamePattern("winword").matches("WINWORD.EXE"));
        assertTrue(new NamePattern("WinWord.exe").matches("winword.exe"));
        assertFalse(new NamePattern("word").matches("winword.exe"));
    }

    @Test
    void aStarStandsForAnythingAndNothing() {
        assertTrue(new NamePattern("win*").matches("winword.exe"));
        assertTrue(new NamePattern("*word*").matches("winword"));
        assertTrue(new NamePattern("*").matches(""));
        assertFalse(new NamePattern("win*x").matches("winword"));
    }

    @Test
    void aTurkishMachineReadsCapitalsTheSameWay() {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale("tr", "TR"));
        try {
            assertTrue(new NamePattern("IUT-INFO").matches("iut-info"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anUnknownOwnerMatchesNothing() {
        assertFalse(new NamePattern("*").matchesAccount("IUT", null));
        assertTrue(new NamePattern("iut\\*").matchesAccount("IUT", "kevin"));
        assertTrue(new NamePattern("kevin").matchesAccount("IUT", "kevin"));
    }

    @Test
    void aPatternOfManyStarsCostsLittle() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> new NamePattern("*a".repeat(100) + "b").matches("a".repeat(256)));
    }
}
