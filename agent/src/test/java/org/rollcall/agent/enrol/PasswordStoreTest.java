package org.rollcall.agent.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.agent.host.Protection;
import org.rollcall.xmpp.stanza.MalformedException;
import org.rollcall.xmpp.stanza.NewPassword;

class PasswordStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsMadeUpIsOnDiskForItsOwnerAloneBeforeAnybodyIsTold() throws Exception {
        assertNull(store().next());
        String next = store().makeNext();
        assertEquals(next, store().next());
        assertNull(store().current());
        assertEquals(List.of("password-1.new"), files());
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        String rights =
                posix ? PosixFilePermissions.toString(Files.getPosixFilePermissions(file("password-1.new"))) : "others";
        assertEquals(posix ? "rw-------" : "others", rights);
    }

    @Test
    void theSameIsAskedForAgainUntilItHasSignedIn() throws Exception {
        String first = store().makeNext();
        assertEquals(first, store().makeNext());
        PasswordStore store = store();
        store.worked(first);
        assertEquals(List.of("password-1"), files());
        assertNotEquals(first, store.makeNext());
    }

    @Test
    void itIsOneThatCentralTakes() throws IOException, MalformedException {
        String next = store().makeNext();
        assertEquals(next, NewPassword.from(NewPassword.answer(next)));
    }

    @Test
    void anotherPasswordThatWorksChangesNothing() throws Exception {
        PasswordStore store = enrolled();
        String current = store.current();
        store.makeNext();
        store.worked(current);
        assertEquals(List.of("password-1", "password-2.new"), files());
    }

    @Test
    void theNewOneIsInForceAndTheOldOneGoneOnceItHasSignedIn() throws Exception {
        PasswordStore store = enrolled();
        String next = store.makeNext();
        store.worked(next);
        assertEquals(List.of("password-2"), files());
        assertEquals(next, store().current());
        assertNull(store().next());
    }

    @Test
    void aPowerCutBetweenTheRenamingAndTheDeletingLeavesTheNewOne() throws Exception {
        String old = enrolled().current();
        PasswordStore store = store();
        String next = store.makeNext();
        byte[] kept = Files.readAllBytes(file("password-1"));
        store.worked(next);
        Files.write(file("password-1"), kept);
        assertEquals(next, store().current());
        assertNotEquals(old, store().current());
        assertEquals(List.of("password-2"), files());
    }

    @Test
    void aPowerCutInTheMiddleOfTheWritingLeavesTheOldOne() throws Exception {
        PasswordStore store = enrolled();
        String current = store.current();
        String lost = store.makeNext();
        byte[] whole = Files.readAllBytes(file("password-2.new"));
        for (int length : new int[] {0, 1, whole.length - 1}) {
            Files.write(file("password-2.new"), Arrays.copyOf(whole, length));
            assertEquals(current, store().current());
            assertNull(store().next());
        }
        Files.write(file("password-2.new"), new byte[whole.length]);
        PasswordStore after = store();
        assertEquals(current, after.current());
        assertNotEquals(lost, after.makeNext());
        after.worked(after.next());
        assertEquals(after.current(), store().current());
    }

    @Test
    void whatAnotherMachineProtectedIsLeftAloneAndANewOneIsMade() throws Exception {
        enrolled();
        PasswordStore store = new PasswordStore(file("password-"), new Foreign());
        assertNull(store.current());
        store.makeNext();
        assertEquals(List.of("password-1", "password-2.new"), files());
    }

    @Test
    void nothingElseInTheFolderIsTouched() throws Exception {
        Files.writeString(file("password"), "by hand");
        Files.writeString(file("password-notes.txt"), "by hand");
        PasswordStore store = enrolled();
        store.worked(store.makeNext());
        assertTrue(files().containsAll(List.of("password", "password-notes.txt")));
    }

    private PasswordStore enrolled() throws IOException {
        PasswordStore store = store();
        store.worked(store.makeNext());
        return store;
    }

    private PasswordStore store() {
        return new PasswordStore(file("password-"), Protection.NONE);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The keys are another machine's. */
    private static final class Foreign implements Protection {
        @Override
        public byte[] protect(byte[] secret) {
            return secret.clone();
        }

        @Override
        public byte[] unprotect(byte[] kept) throws IOException {
            throw new IOException("CryptUnprotectData failed with Windows error 13");
        }
    }
}
