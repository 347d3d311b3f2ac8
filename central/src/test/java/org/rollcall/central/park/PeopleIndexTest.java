package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleIndexTest {
    private final PeopleIndex people = new PeopleIndex(List.of(
            new Person("kevin.marchais", "Kévin Marchais", "LP D2i", false),
            new Person("marc.kevinet", "Marc Kévinet", null, false),
            new Person("aline.lekevin", "Aline Lekevin", null, false),
            new Person("kev", null, null, true),
            new Person("soeur", "Zoé Œuvrard", null, false)));

    @Test
    void aLoginIsFoundAsWindowsWritesIt() {
        assertEquals(
                "kevin.marchais",
                people.find("IUT\\Kevin.Marchais").orElseThrow().login());
        assertEquals(
                "kevin.marchais",
                people.find("KEVIN.MARCHAIS@iut.rdz").orElseThrow().login());
        assertTrue(people.find("kevin").isEmpty());
        assertTrue(people.find("").isEmpty());
    }

    @Test
    void theBestMatchIsFirst() {
        assertEquals(List.of("kev", "kevin.marchais", "marc.kevinet", "aline.lekevin"), logins("KEV"));
    }

    @Test
    void accentsAndTheOrderOfWordsDoNotMatter() {
        assertEquals(List.of("kevin.marchais"), logins("marchais  kévin"));
        assertEquals(List.of("soeur"), logins("oeuvrard zoe"));
        assertEquals(List.of("soeur"), logins("ŒUV"));
    }

    @Test
    void nothingIsFoundForNothing() {
        assertEquals(List.of(), logins("  "));
        assertEquals(List.of(), logins("xyz"));
        assertEquals(List.of(), logins("' OR 1=1 --"));
        assertEquals(List.of(), logins("k".repeat(10_000)));
    }

    @Test
    void noMoreThanAskedFor() {
        assertEquals(2, people.search("kev", 2).size());
    }

    private List<String> logins(String text) {
        return people.search(text, 10).stream().map(Person::login).toList();
    }
}
