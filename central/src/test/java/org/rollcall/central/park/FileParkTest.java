package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FileParkTest {
    private final FilePark park = new FilePark(
            new ParkRule(Pattern.compile("(?<room>[A-Z]\\d{3})(?<seat>.+)")),
            List.of(new Room("Lab", List.of(new Place("a201b7", "Lab", "12", 2, 3, "Poste 12")), List.of())));

    @Test
    void theFilesWordIsStrongerThanTheRule() {
        assertEquals(new Place("a201b7", "Lab", "12", 2, 3, "Poste 12"), park.placeOf("A201B7"));
        assertEquals(new Place("a201b7", "Lab", "12", 2, 3, "Poste 12"), park.placeOf("a201b7.iut.rdz"));
    }

    @Test
    void whatNoFileNamesHasItsPlaceByTheRule() {
        assertEquals(new Place("a201b8", "A201", "B8", null, null, null), park.placeOf("a201b8"));
        assertEquals(new Place("laptop", null, null, null, null, null), park.placeOf("laptop"));
    }

    @Test
    void aRoomOfTheFileKeepsItsSpelling() {
        FilePark lower = new FilePark(
                new ParkRule(Pattern.compile("(?<room>[A-Z]\\d{3})(?<seat>.+)")),
                List.of(new Room("a201", List.of(), List.of())));

        assertEquals("a201", lower.placeOf("A201B8").room());
        assertTrue(lower.room("A201").isPresent());
    }

    @Test
    void onlyTheFilesMachinesAreNamed() {
        assertEquals(Set.of("a201b7"), park.named());
    }
}
