package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleFileTest {
    @TempDir
    Path folder;

    @Test
    void peopleHaveALoginAndPerhapsMore() throws IOException {
        FileRead<List<Person>> read = read("""
                login;fullname;group;staff
                Kevin.Marchais;Kévin Marchais;LP D2i;
                IUT\\frederic.barros;Frédéric Barros;Enseignant;oui
                anne;;;NO
                """);

        assertEquals(List.of(), read.mistakes());
        assertEquals(
                List.of(
                        new Person("kevin.marchais", "Kévin Marchais", "LP D2i", false),
                        new Person("frederic.barros", "Frédéric Barros", "Enseignant", true),
                        new Person("anne", null, null, false)),
                read.content());
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        FileRead<List<Person>> read = read("login,fullname,staff\nanne,,maybe\n,Nobody,\nANNE,,\n");

        assertNull(read.content());
        assertEquals(
                List.of(
                        "people.csv:2: staff must be yes or no, not \"maybe\".",
                        "people.csv:3: the login is missing.",
                        "people.csv:4: ANNE stands there already, on line 2."),
                read.mistakes().stream()
                        .map(one -> one.in(Locale.ENGLISH).toString())
                        .toList());
    }

    private FileRead<List<Person>> read(String text) throws IOException {
        return PeopleFile.read(Files.writeString(folder.resolve("people.csv"), text));
    }
}
