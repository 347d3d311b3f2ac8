package org.rollcall.agent.procrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFolderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T07:00:00Z"), ZoneOffset.UTC);
    private static final String ASIDE = "set-aside-2026-11-23-070000";

    @TempDir
    Path temp;

    private final FakeRights rights = new FakeRights();
    private Path folder;

    @BeforeEach
    void name() {
        folder = temp.resolve("Rollcall");
    }

    @Test
    void aFolderThatIsNotThereIsMadeSafeFromItsFirstMoment() throws IOException {
        assertEquals(List.of(), prepare());

        assertEquals(List.of("create"), rights.done);
    }

    @Test
    void aSafeFolderIsLeftAlone() throws IOException {
        file("journal/1.events");
        rights.safe.add(folder);

        assertEquals(List.of(), prepare());
        assertEquals(List.of(), rights.done);
        assertTrue(Files.exists(folder.resolve("journal/1.events")));
    }

    @Test
    void anOpenFolderIsClosedFirstAndKeepsWhatAdministratorsMade() throws IOException {
        file("agent.toml");
        file("logs/agent.log");

        assertEquals(List.of(), prepare());
        assertEquals(List.of("close", "hand down"), rights.done);
        assertTrue(Files.exists(folder.resolve("agent.toml")));
        assertTrue(Files.exists(folder.resolve("logs/agent.log")));
    }

    @Test
    void aFolderThatAUserMadeBeforehandIsRenamedAndANewOneMade() throws IOException {
        file("agent.toml");
        rights.strangers.add(folder);

        assertTrue(prepare().get(0).endsWith("it was renamed Rollcall." + ASIDE));
        assertEquals(List.of("create"), rights.done);
        assertFalse(Files.exists(folder.resolve("agent.toml")));
        assertTrue(Files.exists(temp.resolve("Rollcall." + ASIDE).resolve("agent.toml")));
    }

    @Test
    void aFileOfThatNameIsRenamedToo() throws IOException {
        Files.writeString(folder, "not a folder");

        prepare();
        assertTrue(Files.isDirectory(folder));
    }

    @Test
    void aLinkIsDeletedAndItsTargetStays() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "x");
        Files.createSymbolicLink(folder, elsewhere);

        assertTrue(prepare().get(0).contains("was a link to somewhere else"));
        assertFalse(Files.isSymbolicLink(folder));
        assertTrue(Files.exists(elsewhere.resolve("precious")));
        assertEquals(List.of("create"), rights.done);
    }

    @Test
    void linksAndStrangersFilesWithinAreTakenOut() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        file("journal/ours.events");
        file("journal/theirs.events");
        file("agent.toml");
        Files.createSymbolicLink(folder.resolve("logs"), elsewhere);
        rights.strangers.add(folder.resolve("agent.toml"));
        rights.strangers.add(folder.resolve("journal/theirs.events"));

        List<String> repairs = prepare();
        assertEquals(3, repairs.size(), repairs.toString());
        assertFalse(Files.exists(folder.resolve("logs")));
        assertTrue(Files.exists(folder.resolve("journal/ours.events")));
        assertFalse(Files.exists(folder.resolve("agent.toml")));
        assertTrue(Files.exists(folder.resolve(ASIDE).resolve("agent.toml")));
        assertTrue(Files.exists(folder.resolve(ASIDE).resolve("theirs.events")));
    }

    @Test
    void whatIsSetAsideStaysThereAtTheNextStart() throws IOException {
        file("agent.toml");
        rights.strangers.add(folder.resolve("agent.toml"));
        prepare();
        rights.strangers.add(folder.resolve(ASIDE).resolve("agent.toml"));

        assertEquals(List.of(), prepare());
    }

    private List<String> prepare() throws IOException {
        return new SafeFolder(rights, CLOCK).prepare(folder);
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}
