package org.rollcall.central.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.central.access.Who;
import org.rollcall.central.directory.Directory;
import org.rollcall.central.park.FileRead;
import org.rollcall.central.park.PeopleFile;
import org.rollcall.central.park.Person;
import org.rollcall.central.park.Room;
import org.rollcall.central.park.RoomsFile;
import org.rollcall.central.settings.CentralSettings;
import org.rollcall.central.settings.CentralSettingsReader;
import org.rollcall.xmpp.command.Role;
import org.rollcall.xmpp.settings.Problems;
import org.rollcall.xmpp.settings.TomlSource;

/** What docs/park.md and the templates show is read by the program itself. */
class ParkPageTest {
    private static final Path TOP = Path.of("..");

    @TempDir
    Path folder;

    @Test
    void thePagesSettingsAreGoodTogether() throws Exception {
        Files.writeString(folder.resolve("directory-password"), "secret");
        folder.resolve("directory-password").toFile().setReadable(false, false);
        folder.resolve("directory-password").toFile().setReadable(true, true);
        Files.writeString(folder.resolve("iut-ca.pem"), "");
        Path toml = Files.writeString(
                folder.resolve("central.toml"),
                "xmpp = { domain = 'iut.rdz', password-file = 'directory-password' }\n"
                        + String.join("\n", examples("toml")));
        Problems problems = new Problems(Locale.ENGLISH);

        CentralSettings settings = new CentralSettingsReader(folder).read(List.of(new TomlSource(toml)), problems);

        assertEquals(List.of(), problems.all());
        new Directory(settings.directory());
        assertEquals(
                Optional.of(Role.OPERATOR),
                settings.grants().in("A201", new Who("kim", "Kim", Set.of("Keepers-A201"))));
        assertTrue(settings.web().signIn().contains("header"));
    }

    @Test
    void thePagesTablesAreGood() throws Exception {
        List<String> tables = examples("csv");

        List<Room> rooms = good(RoomsFile.read(Files.writeString(folder.resolve("rooms.csv"), tables.get(0))));
        List<Person> people = good(PeopleFile.read(Files.writeString(folder.resolve("people.csv"), tables.get(1))));

        assertEquals(List.of("A201", "B105"), rooms.stream().map(Room::name).toList());
        assertEquals(1, rooms.get(0).doors().size());
        assertTrue(people.get(1).staff());
    }

    @Test
    void theTemplatesAreGood() {
        List<Room> rooms = good(RoomsFile.read(TOP.resolve("config-templates/rooms.csv")));
        List<Person> people = good(PeopleFile.read(TOP.resolve("config-templates/people.csv")));

        assertEquals(9, rooms.get(0).places().size());
        assertEquals(3, people.size());
    }

    private static <T> T good(FileRead<T> read) {
        assertEquals(
                List.of(),
                read.mistakes().stream().map(one -> one.in(Locale.ENGLISH)).toList());
        return read.content();
    }

    private static List<String> examples(String language) throws Exception {
        Matcher fence = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(TOP.resolve("docs/park.md")));
        List<String> examples = new ArrayList<>();
        while (fence.find()) {
            examples.add(fence.group(1));
        }
        return examples;
    }
}
