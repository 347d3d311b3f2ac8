package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ParkRuleTest {
    private final ParkRule rule = new ParkRule(Pattern.compile("(?<room>[A-Z]\\d{3})(?<seat>.+)"));

    @Test
    void theNameTellsRoomAndSeatInAnyCase() {
        assertEquals(Optional.of(new ParkRule.Found("A201", "B7")), rule.of("a201b7"));
        assertEquals(Optional.of(new ParkRule.Found("A201", "B7")), rule.of("A201B7"));
    }

    @Test
    void theWholeNameMustMatch() {
        assertEquals(Optional.empty(), rule.of("xa201b7"));
        assertEquals(Optional.empty(), rule.of("a201"));
        assertEquals(Optional.empty(), rule.of("teacher"));
    }

    @Test
    void aRuleMayTellTheRoomAlone() {
        ParkRule bare = new ParkRule(Pattern.compile("(?<room>lab\\d+)-.*"));

        assertEquals(Optional.of(new ParkRule.Found("LAB3", null)), bare.of("lab3-12"));
    }

    @Test
    void aRoomThatIsNotInTheNameIsNone() {
        ParkRule optional = new ParkRule(Pattern.compile("(?:(?<room>[A-Z]\\d{3})-)?(?<seat>.+)"));

        assertEquals(Optional.empty(), optional.of("laptop7"));
    }

    @Test
    void aRuleWithoutRoomIsAFaultOfWhoeverMadeIt() {
        ParkRule none = new ParkRule(Pattern.compile(".*"));

        assertThrows(IllegalArgumentException.class, () -> none.of("a201b7"));
    }
}
