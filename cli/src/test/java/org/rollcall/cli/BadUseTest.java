package org.rollcall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadUseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hwo|there is no command \"hwo\"; did you mean who?",
                "proc|there is no command \"proc\"; did you mean processes?",
                "nonsense|there is no command \"nonsense\"",
                "who A201 --jsn|there is no option --jsn",
                "version now|\"now\" is one word too many: text with blanks stands in quotes",
                "ask a201b7|COMMAND is missing",
                "who --config|--config needs a value after it",
                "who --json --csv|--json, --tsv, --csv and --format exclude one another",
                "demo-nothing|there is no command \"demo-nothing\"",
                "provision windows-server --domain x|\"windows-server\" cannot be used for SERVER: write prosody or ejabberd"
            })
    void aMistakeIsOneSentence(String line, String sentence) {
        Typed typed = new Typed.At().type(line.split(" "));
        assertEquals(64, typed.code(), typed.err());
        assertEquals("rollcall: " + sentence, typed.err().lines().findFirst().orElseThrow());
    }

    @Test
    void itIsInTheUsersLanguage() {
        Typed typed = new Typed.At().locale(Locale.FRENCH).type("sesions");
        assertEquals(
                "rollcall : il n'y a pas de commande « sesions » ; vouliez-vous dire sessions ?",
                typed.err().lines().findFirst().orElseThrow());
    }

    @Test
    void bashIsToldWhatCanBeCompleted() {
        Typed typed = new Typed.At().type("completion");
        assertEquals(0, typed.code());
        assertTrue(typed.out().contains("complete -F _complete_rollcall -o default rollcall"), typed.out());
        assertTrue(typed.out().contains("open-enrolment"), "a command");
    }
}
