package org.rollcall.agent.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.rollcall.agent.host.HardwareIdentity;

class DataFolderTest {
    private static final BareJid A201B7 = JidCreate.entityBareFromOrThrowUnchecked("a201b7@iut.rdz");
    private static final BareJid A201B8 = JidCreate.entityBareFromOrThrowUnchecked("a201b8@iut.rdz");
    private static final HardwareIdentity WHOLE = identity("4c4c-1", "SN1", "aa:00:00:00:00:01");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temp;

    @Test
    void aSecondAgentOnTheSameFolderIsToldClearly() throws Exception {
        try (DataFolder first = open(A201B7, WHOLE)) {
            assertTrue(Files.isDirectory(first.journal()));
            DataFolderException e = assertThrows(DataFolderException.class, () -> open(A201B7, WHOLE));
            String pid = Long.toString(ProcessHandle.current().pid());
            assertTrue(e.getMessage().contains("in use by another agent (process " + pid + ")"), e.getMessage());
            assertTrue(e.getMessage().contains("agent.data-dir"), e.getMessage());
        }
        open(A201B7, WHOLE).close();
    }

    @Test
    void onTheSameMachineEverythingStays() throws Exception {
        makeOurs();
        open(A201B7, WHOLE).close();
        assertTrue(Files.exists(data().resolve("journal/x.events")));
        assertEquals(0, setAside().size());
    }

    @Test
    void aCopyOfTheDiskOnAnotherMachineStartsAfresh() throws Exception {
        makeOurs();
        open(A201B7, identity("4c4c-2", "SN2", "aa:00:00:00:00:02")).close();
        assertSetAside();
    }

    @Test
    void aPasswordThatWasEnrolledIsNotKeptOnACopy() throws Exception {
        makeOurs();
        Files.writeString(data().resolve("password-3"), "a201b7's");
        open(A201B7, WHOLE).close();
        assertTrue(DataFolder.hasPassword(data()));
        open(A201B8, WHOLE).close();
        assertFalse(DataFolder.hasPassword(data()));
        assertFalse(Files.exists(setAside().get(0).resolve("password-3")));
    }

    @Test
    void makersWhoGiveAllTheirMachinesOneUuidAreToldApartBySerialNumber() throws Exception {
        makeOurs();
        open(A201B7, identity("4c4c-1", "SN2", "aa:00:00:00:00:01")).close();
        assertSetAside();
    }

    @Test
    void anotherNameStartsAfresh() throws Exception {
        makeOurs();
        open(A201B8, WHOLE).close();
        assertSetAside();
    }

    @Test
    void onceSetAsideTheFolderBelongsToTheNewMachine() throws Exception {
        makeOurs();
        open(A201B8, WHOLE).close();
        Files.writeString(data().resolve("journal/y.events"), "new");
        open(A201B8, WHOLE).close();
        assertTrue(Files.exists(data().resolve("journal/y.events")));
        assertEquals(1, setAside().size());
    }

    @Test
    void aPartThatCannotBeReadTodayDecidesNothingAndIsNotForgotten() throws Exception {
        makeOurs();
        open(A201B7, identity(null, null)).close();
        open(A201B7, identity(null, "SN1", "aa:00:00:00:00:01")).close();
        open(A201B7, identity("4C4C-1", null)).close();
        assertEquals(0, setAside().size());
        open(A201B7, identity("4c4c-2", "SN1")).close();
        assertEquals(1, setAside().size());
    }

    @Test
    void makersWhoGiveASeriesOneUuidAndOneSerialNumberAreToldApartByTheCards() throws Exception {
        makeOurs();
        open(A201B7, identity("4c4c-1", "SN1", "aa:00:00:00:00:02")).close();
        assertSetAside();
    }

    @Test
    void aDockOrAStickThatComesAndGoesChangesNothing() throws Exception {
        makeOurs();
        open(A201B7, identity("4c4c-1", "SN1", "aa:00:00:00:00:01", "dd:00:00:00:00:01"))
                .close();
        open(A201B7, WHOLE).close();
        open(A201B7, identity("4c4c-1", "SN1", "aa:00:00:00:00:01", "dd:00:00:00:00:02"))
                .close();
        assertEquals(0, setAside().size());
    }

    @Test
    void ofTwoCardsEitherMayBeSwitchedOff() throws Exception {
        open(A201B7, identity("4c4c-1", "SN1", "aa:00:00:00:00:01", "aa:00:00:00:00:02"))
                .close();
        open(A201B7, identity("4c4c-1", "SN1", "aa:00:00:00:00:02")).close();
        open(A201B7, identity("4c4c-1", "SN1", "aa:00:00:00:00:01")).close();
        open(A201B7, identity("4c4c-1", "SN1")).close();
        assertEquals(0, setAside().size());
        open(A201B7, identity("4c4c-1", "SN1", "aa:00:00:00:00:03")).close();
        assertEquals(1, setAside().size());
    }

    @Test
    void withoutFirmwareTheNetworkInterfacesTell() throws Exception {
        open(A201B7, identity(null, null, "aa:00:00:00:00:01", "aa:00:00:00:00:02"))
                .close();
        open(A201B7, identity(null, null, "aa:00:00:00:00:02", "aa:00:00:00:00:03"))
                .close();
        assertEquals(0, setAside().size());
        open(A201B7, identity(null, null, "aa:00:00:00:00:04")).close();
        assertEquals(1, setAside().size());
    }

    @Test
    void aDamagedBindingIsMadeAnew() throws Exception {
        makeOurs();
        Files.writeString(data().resolve("identity"), "\u0000\u0000");
        open(A201B7, WHOLE).close();
        assertTrue(Files.exists(data().resolve("journal/x.events")));
        assertTrue(Files.readString(data().resolve("identity")).contains("jid=a201b7@iut.rdz"));
    }

    @Test
    void aNewFolderIsForItsOwnerOnlyWhereTheSystemHasSuchRights() throws Exception {
        open(A201B7, WHOLE).close();
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        assertEquals(
                posix ? "rwx------" : "other rights",
                posix ? PosixFilePermissions.toString(Files.getPosixFilePermissions(data())) : "other rights");
    }

    @Test
    void aFolderThatCannotBeMadeSaysWhereAndWhatToDo() throws Exception {
        Files.writeString(data(), "a file in the way");
        DataFolderException e = assertThrows(DataFolderException.class, () -> open(A201B7, WHOLE));
        assertTrue(e.getMessage().contains(data().toString()), e.getMessage());
        assertTrue(e.getMessage().contains("agent.data-dir"), e.getMessage());
    }

    @Test
    void aFolderThatCanBeReadAndNotWrittenIsOpenedAndTakenOnceItCan() throws Exception {
        open(A201B7, identity("4c4c-1", null)).close();
        Path inTheWay = Files.createDirectory(data().resolve("identity.new"));
        try (DataFolder folder = open(A201B7, WHOLE);
                Journal journal = new Journal(folder, Journal.DEFAULT_BOUND)) {
            assertFalse(journal.append("logon", CLOCK.instant(), Map.of()));
            Files.delete(inTheWay);
            assertTrue(journal.retry());
            assertEquals(1, journal.seq());
            assertThrows(DataFolderException.class, () -> open(A201B7, WHOLE));
        }
        assertTrue(Files.readString(data().resolve("identity")).contains("SN1"));
    }

    @Test
    void aCopyThatCannotBeSetAsideIsNotOpenedEvenToBeRead() throws Exception {
        makeOurs();
        Files.createDirectory(data().resolve("identity.new"));
        for (int i = 0; i < 3; i++) {
            DataFolderException e = assertThrows(DataFolderException.class, () -> open(A201B8, WHOLE));
            assertTrue(e.getMessage().contains("it is a copy: it belongs to a201b7@iut.rdz"), e.getMessage());
        }
        assertSetAside();
    }

    private void makeOurs() throws Exception {
        open(A201B7, WHOLE).close();
        Files.writeString(data().resolve("journal/x.events"), "old");
        Files.writeString(data().resolve("password"), "secret");
        Files.writeString(data().resolve("agent.toml"), "settings stay");
    }

    private void assertSetAside() throws IOException {
        List<Path> aside = setAside();
        assertEquals(List.of("set-aside-2026-11-22-120000"), names(aside));
        assertEquals("old", Files.readString(aside.get(0).resolve("journal/x.events")));
        assertEquals("secret", Files.readString(aside.get(0).resolve("password")));
        assertFalse(Files.exists(data().resolve("password")));
        assertFalse(Files.exists(data().resolve("journal/x.events")));
        assertTrue(Files.exists(data().resolve("agent.toml")));
    }

    private Path data() {
        return temp.resolve("data");
    }

    private DataFolder open(BareJid jid, HardwareIdentity identity) throws DataFolderException {
        return DataFolder.open(data(), jid, identity, CLOCK);
    }

    private List<Path> setAside() throws IOException {
        try (Stream<Path> all = Files.list(data())) {
            return all.filter(file -> file.getFileName().toString().startsWith("set-aside"))
                    .toList();
        }
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static HardwareIdentity identity(String uuid, String serial, String... macs) {
        return new HardwareIdentity(uuid, serial, new TreeSet<>(Set.of(macs)));
    }
}
