package org.rollcall.central.store;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.central.store.sql.Stores;

class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileThatIsNoStoreIsSaidToBe() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no database at all ".repeat(100));
        StoreException wrong = assertThrows(
                StoreException.class,
                () -> Stores.open(StoreSettings.sqlite(text), Surroundings.NONE, Clock.systemUTC()));
        assertTrue(wrong.getMessage().contains("notes.txt"), wrong.getMessage());
    }
}
