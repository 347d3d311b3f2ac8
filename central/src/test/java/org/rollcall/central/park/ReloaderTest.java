package org.rollcall.central.park;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloaderTest {
    private static final Pattern RULE = Pattern.compile("(?<room>[A-Z]\\d{3})(?<seat>.+)");

    @TempDir
    Path folder;

    private final AtomicInteger reloads = new AtomicInteger();
    private Collection<Person> directory = List.of();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Path rooms;
    private Path people;
    private Reloader reloader;

    @BeforeEach
    void start() throws IOException {
        rooms = Files.writeString(folder.resolve("rooms.csv"), "machine,room\npc1,A201\n");
        people = Files.writeString(folder.resolve("people.csv"), "login,fullname,group,staff\nanne,Anne Martin,,\n");
        reloader = new Reloader(RULE, rooms, people, () -> directory, () -> now);
        reloader.listen(reloads::incrementAndGet);
    }

    @AfterEach
    void stop() {
        reloader.close();
    }

    @Test
    void aChangedFileIsInForceWithoutARestartOnceItRests() throws IOException {
        assertEquals("A201", reloader.park().placeOf("pc1").room());

        write(rooms, "machine,room\npc1,B105\n", 1);
        reloader.look();
        assertEquals("A201", reloader.park().placeOf("pc1").room());
        reloader.look();

        assertEquals("B105", reloader.park().placeOf("pc1").room());
        assertEquals(1, reloads.get());
        reloader.look();
        assertEquals(1, reloads.get());
    }

    @Test
    void onMistakesTheOldOneStaysAndAllOfThemAreTold() throws IOException {
        write(rooms, "machine,room\npc1,\npc 2,B105\n", 1);
        now = now.plusSeconds(5);
        looks();

        assertEquals("A201", reloader.park().placeOf("pc1").room());
        assertEquals(now, reloader.mistaken().at());
        assertEquals(2, reloader.mistaken().mistakes().size());

        write(rooms, "machine,room\npc1,B105\n", 2);
        looks();

        assertEquals("B105", reloader.park().placeOf("pc1").room());
        assertEquals(List.of(), reloader.mistaken().mistakes());
    }

    @Test
    void aFileThatIsTakenAwayChangesNothingAndIsTold() throws IOException {
        Files.delete(people);
        looks();

        assertTrue(reloader.people().find("anne").isPresent());
        assertEquals("file.missing", reloader.mistaken().mistakes().get(0).key());
    }

    @Test
    void theFileOfPeopleIsStrongerThanTheDirectoryAndTheDirectoryFillsItsGaps() {
        directory = List.of(
                new Person("anne", "Anne M.", "Enseignants", true), new Person("kevin", "Kévin Marchais", null, false));
        reloader.look();

        assertEquals(
                new Person("anne", "Anne Martin", "Enseignants", true),
                reloader.people().find("anne").orElseThrow());
        assertEquals(
                "Kévin Marchais", reloader.people().find("kevin").orElseThrow().fullName());
        assertEquals(1, reloads.get());
    }

    @Test
    void aListenerThatFailsCostsTheOthersNothing() throws IOException {
        List<String> heard = new ArrayList<>();
        reloader.listen(() -> {
            throw new IllegalStateException("as planned");
        });
        reloader.listen(() -> heard.add(reloader.park().placeOf("pc1").room()));

        write(rooms, "machine,room\npc1,B105\n", 1);
        looks();

        assertEquals(List.of("B105"), heard);
    }

    @Test
    void withoutAnyFileTheRuleAloneHolds() {
        try (Reloader bare = new Reloader(RULE, null, null, List::of, () -> now)) {
            bare.look();
            assertEquals("A201", bare.park().placeOf("a201b7").room());
            assertEquals(List.of(), bare.park().rooms());
            assertTrue(bare.people().find("anne").isEmpty());
        }
    }

    private void looks() {
        reloader.look();
        reloader.look();
    }

    /** Two writes within the file system's clock step would look alike. */
    private static void write(Path file, String text, int nth) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-22T09:00:00Z").plusSeconds(nth)));
    }
}
